// Uses tmdb-ts as its README says, with TMDB's host. Each line on stdout is a result in JSON.
"use strict";
const { TMDB } = require("tmdb-ts");

const show = (result) => console.log(JSON.stringify(result));
const client = new TMDB("a token of its own");

async function main() {
  const { results } = await client.search.movies({ query: "The Matrix" });
  show(results[0].id);
  const movie = await client.movies.details(550, ["credits", "videos"]);
  show([movie.title, movie.credits.cast[0].name]);
  show((await client.tvEpisode.details({ tvShowID: 1396, seasonNumber: 1, episodeNumber: 1 })).name);
  show((await client.movies.details(0).catch((error) => error)).status_code);
}

main();
