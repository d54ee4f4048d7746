"""A web application: users sign in with TMDB, and see and edit their watchlist and ratings.

    pip install 'tmdb-facade[demo,web]'
    python examples/web_app.py

It starts an embedded TMDB, whose user is "demo" with the password "demo". With TMDB_ACCESS_TOKEN set, it uses TMDB itself.

The application keeps its sessions in memory; a real one keeps them in a database, with the user's credentials encrypted.
"""

from __future__ import annotations

import os
from collections.abc import Awaitable, Callable
from contextlib import nullcontext, suppress
from html import escape
from secrets import compare_digest, token_urlsafe
from typing import Any
from urllib.parse import parse_qsl

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from tmdb_facade import (
    ATTRIBUTION,
    AsyncTMDB,
    InvalidArgumentError,
    NotFoundError,
    SessionExpiredError,
    UserCredentials,
)
from tmdb_facade.models import Movie
from tmdb_facade.testing import TMDBServer
from tmdb_facade.web.starlette import login_routes

COOKIE = "session"
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Watchlist</title>
<style>
  body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 40rem; margin: 2rem auto; padding: 0 1rem }}
  li {{ margin: .5rem 0 }} form {{ display: inline }}
</style>
<h1>Watchlist</h1>
{content}
<p><small>{attribution}</small></p>
</html>"""


class Session:
    """A browser's session: its form token, and the user once they have signed in."""

    def __init__(self, user: UserCredentials | None = None) -> None:
        self.form_token = token_urlsafe()
        self.user = user


class Application:
    """The pages of the application."""

    def __init__(self, tmdb: AsyncTMDB) -> None:
        self._tmdb = tmdb
        self._sessions: dict[str, Session] = {}

    def session(self, request: Request) -> Session | None:
        """Return the browser's session, if the user has signed in."""
        return self._sessions.get(request.cookies.get(COOKIE, ""))

    async def signed_in(self, request: Request, user: UserCredentials) -> Response:
        """Start a session. Its id is new: somebody else may know the one that the browser had before."""
        self._sessions.pop(request.cookies.get(COOKIE, ""), None)
        name = token_urlsafe()
        self._sessions[name] = Session(user)
        response = RedirectResponse("/", 303)
        response.set_cookie(COOKIE, name, httponly=True, samesite="lax", secure=request.url.scheme == "https")
        return response

    async def home(self, request: Request) -> Response:
        """Show the user's movies."""
        session = self.session(request)
        if session is None or session.user is None:
            return page('<p><a href="/tmdb/login">Sign in with TMDB</a></p>')
        tmdb = self._tmdb.as_user(session.user)
        query = request.query_params.get("query", "")
        found = [movie async for movie in tmdb.search.movies(query).limit(5)] if query else []
        watchlist = [movie async for movie in tmdb.account.watchlist_movies()]
        ratings = {movie.id: movie.rating async for movie in tmdb.account.rated_movies()}
        listed = {movie.id for movie in watchlist}

        def rows(movies: list[Movie]) -> str:
            items = (
                row(movie, session, is_listed=movie.id in listed, rating=ratings.get(movie.id)) for movie in movies
            )
            return f"<ul>{''.join(items)}</ul>"

        search = (
            f'<form><label>Movie <input name="query" value="{escape(query)}"></label> <button>Search</button></form>'
        )
        out = form("/sign-out", session, "<button>Sign out</button>")
        return page(f"{rows(watchlist)}{search}{rows(found)}{out}")

    async def set_watchlist(self, request: Request) -> Response:
        """Add a movie to the watchlist, or remove it."""
        values = await self.form_values(request)
        if values is None:
            return FORBIDDEN
        user, fields = values
        movie_id, is_listed = int(fields["movie"]), fields["listed"] == "yes"
        await self._tmdb.as_user(user).account.set_watchlist(media_type="movie", media_id=movie_id, watchlist=is_listed)
        return RedirectResponse("/", 303)

    async def rate(self, request: Request) -> Response:
        """Rate a movie."""
        values = await self.form_values(request)
        if values is None:
            return FORBIDDEN
        user, fields = values
        await self._tmdb.as_user(user).movies.rate(int(fields["movie"]), float(fields["rating"]))
        return RedirectResponse("/", 303)

    async def end(self, request: Request) -> Response:
        """Revoke the session at TMDB, and end the browser's."""
        values = await self.form_values(request)
        if values is None:
            return FORBIDDEN
        user, _ = values
        if user.session_id is not None:
            with suppress(NotFoundError, SessionExpiredError):  # the user may have revoked it already
                await self._tmdb.auth.delete_session(user.session_id)
        return await self.sign_out(request)

    async def session_expired(self, request: Request, error: Exception) -> Response:
        """End the browser's session, since TMDB no longer accepts the user's."""
        return await self.sign_out(request)

    async def sign_out(self, request: Request) -> Response:
        """End the browser's session."""
        self._sessions.pop(request.cookies.get(COOKIE, ""), None)
        response = RedirectResponse("/", 303)
        response.delete_cookie(COOKIE)
        return response

    async def form_values(self, request: Request) -> tuple[UserCredentials, dict[str, str]] | None:
        """Return the user and the fields of a form, or `None` if the form is not from a page of this session.

        Another site can send a form with the browser's cookies, but does not know the token in it.
        """
        session = self.session(request)
        fields = dict(parse_qsl((await request.body()).decode("utf-8", "replace")))
        if (
            session is None
            or session.user is None
            or not compare_digest(fields.get("token", "").encode(), session.form_token.encode())
        ):
            return None
        return session.user, fields


FORBIDDEN = PlainTextResponse("This form is not valid any more: go back, and load the page again.", 403)


async def invalid_form(request: Request, error: Exception) -> Response:
    """Show what is wrong with a value of a form, such as a rating."""
    return PlainTextResponse(f"{error}: go back, and correct it.", 400)


def page(content: str) -> Response:
    """Return a page."""
    headers = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'"}
    return HTMLResponse(PAGE.format(content=content, attribution=escape(ATTRIBUTION)), headers=headers)


def form(action: str, session: Session, fields: str) -> str:
    """Return a form with the session's token."""
    return f'<form method="post" action="{action}"><input type="hidden" name="token" value="{session.form_token}">{fields}</form>'


def row(movie: Movie, session: Session, *, is_listed: bool, rating: float | None) -> str:
    """Return a movie with its buttons."""
    movie_id = f'<input type="hidden" name="movie" value="{movie.id}">'
    action, text = ("no", "Remove") if is_listed else ("yes", "Add to watchlist")
    listed = form("/watchlist", session, f'{movie_id}<button name="listed" value="{action}">{text}</button>')
    value = "" if rating is None else f"{rating:g}"
    label = f'<label>Rating <input type="number" name="rating" min="0.5" max="10" step="0.5" value="{value}" required></label>'
    rated = form("/ratings", session, f"{movie_id}{label} <button>Rate</button>")
    year = f" ({movie.release_date.year})" if movie.release_date else ""
    return f"<li>{escape(movie.title)}{year} {listed} {rated}</li>"


def create_app(tmdb: AsyncTMDB, secret: str) -> Starlette:
    """Return the web application.

    Args:
        tmdb: The client of the application.
        secret: A random text, which encrypts logins while users are on TMDB's page.
    """
    application = Application(tmdb)
    post: list[tuple[str, Callable[[Request], Awaitable[Any]]]] = [
        ("/watchlist", application.set_watchlist),
        ("/ratings", application.rate),
        ("/sign-out", application.end),
    ]
    return Starlette(
        routes=[
            Route("/", application.home, methods=["GET"]),
            *(Route(path, endpoint, methods=["POST"]) for path, endpoint in post),
            *login_routes(tmdb, application.signed_in, secret=secret),
        ],
        exception_handlers={
            SessionExpiredError: application.session_expired,
            InvalidArgumentError: invalid_form,
        },
    )


def main() -> None:
    """Run the application on this machine."""
    server = None if os.environ.get("TMDB_ACCESS_TOKEN") else TMDBServer()
    with server or nullcontext():
        tmdb = AsyncTMDB() if server is None else AsyncTMDB(server.access_token, base_url=server.base_url)
        uvicorn.run(create_app(tmdb, token_urlsafe()), port=8550, log_level="warning")


if __name__ == "__main__":
    main()
