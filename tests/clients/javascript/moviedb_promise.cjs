// Uses moviedb-promise as its README says, with TMDB's host. Each line on stdout is a result in JSON. The login goes on when a
// line arrives on stdin.
"use strict";
const { once } = require("node:events");
const { MovieDb } = require("moviedb-promise");

const show = (result) => console.log(JSON.stringify(result));
const client = new MovieDb("a key of its own");

async function read() {
  const { results } = await client.searchMovie({ query: "The Matrix" });
  show(results[0].id);
  const movie = await client.movieInfo({ id: 550, append_to_response: "credits,videos" });
  show([movie.title, movie.credits.cast[0].name]);
  show((await client.episodeInfo({ id: 1396, season_number: 1, episode_number: 1 })).name);
  show(await client.movieInfo({ id: 0 }).catch((error) => error.response.data.status_code));
}

async function logIn() {
  const { request_token: token } = await client.requestToken();
  show(`/authenticate/${token}`);
  await once(process.stdin, "data");
  await client.retrieveSession();
  show((await client.accountInfo()).username);
}

async function write() {
  await client.accountWatchlistUpdate({ media_type: "movie", media_id: 550, watchlist: true });
  await client.movieRatingUpdate({ id: 603, value: 8.5 });
  const watchlist = await client.accountMovieWatchlist();
  const rated = await client.accountRatedMovies();
  show([watchlist.results.map(({ id }) => id), rated.results.map(({ id, rating }) => [id, rating])]);
  await client.movieRatingDelete({ id: 603 });
  show((await client.accountRatedMovies()).results);
}

async function main() {
  await read();
  await logIn();
  await write();
  process.exit();
}

main();
