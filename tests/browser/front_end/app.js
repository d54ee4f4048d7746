// A small front end for TMDB, as people write them: it knows nothing of an embedded server.
import { ACCESS_TOKEN, API, WEBSITE } from "./config.js";

const $ = (id) => document.getElementById(id);
let images;
let account;

async function tmdb(path, { query = {}, ...options } = {}) {
  const session = localStorage.getItem("session");
  const parameters = new URLSearchParams({ ...query, ...(session && { session_id: session }) });
  const headers = { Authorization: `Bearer ${ACCESS_TOKEN}`, "Content-Type": "application/json" };
  const answer = await fetch(`${API}/3${path}?${parameters}`, { headers, ...options });
  const body = await answer.json();
  if (!answer.ok) throw new Error(body.status_message);
  return body;
}

async function image(path, kind, width) {
  images ??= (await tmdb("/configuration")).images;
  const size = images[`${kind}_sizes`].find((name) => Number(name.slice(1)) >= width) ?? "original";
  return images.secure_base_url + size + path;
}

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

async function card(movie) {
  const poster = movie.poster_path
    ? [element("img", { src: await image(movie.poster_path, "poster", 150), alt: "" })]
    : [];
  return element("li", {}, element("button", { onclick: reporting(() => open(movie.id)) }, ...poster, movie.title));
}

async function show(movies) {
  $("details").hidden = true;
  $("results").replaceChildren(...(await Promise.all(movies.map(card))));
}

async function open(id) {
  const movie = await tmdb(`/movie/${id}`, { query: { append_to_response: "credits,account_states" } });
  const cast = movie.credits.cast.slice(0, 3).map((person) => `${person.name} as ${person.character}`);
  const add = element("button", { hidden: !account, onclick: reporting(() => watch(id)) }, "Add to watchlist");
  const content = [element("h2", {}, movie.title), element("p", {}, movie.overview), element("p", {}, cast.join(", ")), add];
  if (movie.backdrop_path) {
    content.unshift(element("img", { src: await image(movie.backdrop_path, "backdrop", 300), alt: "", width: 300 }));
  }
  $("results").replaceChildren();
  $("details").replaceChildren(...content);
  $("details").hidden = false;
}

async function watch(id) {
  const body = JSON.stringify({ media_type: "movie", media_id: id, watchlist: true });
  await tmdb(`/account/${account.id}/watchlist`, { method: "POST", body });
  await show((await tmdb(`/account/${account.id}/watchlist/movies`)).results);
}

async function logIn() {
  const { request_token } = await tmdb("/authentication/token/new");
  const back = encodeURIComponent(location.origin + location.pathname);
  location.href = `${WEBSITE}/authenticate/${request_token}?redirect_to=${back}`;
}

async function start() {
  const answer = new URLSearchParams(location.search);
  history.replaceState(null, "", location.pathname);
  if (answer.get("denied")) throw new Error("You are not logged in.");
  if (answer.get("approved")) {
    const body = JSON.stringify({ request_token: answer.get("request_token") });
    const { session_id } = await tmdb("/authentication/session/new", { method: "POST", body });
    localStorage.setItem("session", session_id);
  }
  if (localStorage.getItem("session")) {
    account = await tmdb("/account");
    $("user").textContent = account.username;
    $("login").hidden = true;
    $("watchlist").hidden = false;
  }
}

function reporting(action) {
  return async (event) => {
    event?.preventDefault();
    $("error").textContent = "";
    try {
      await action();
    } catch (error) {
      $("error").textContent = error.message;
    }
  };
}

$("search").onsubmit = reporting(async () =>
  show((await tmdb("/search/movie", { query: { query: $("search").query.value } })).results),
);
$("login").onclick = reporting(logIn);
$("watchlist").onclick = reporting(async () => show((await tmdb(`/account/${account.id}/watchlist/movies`)).results));
reporting(start)();
