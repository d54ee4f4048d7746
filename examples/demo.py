"""What tmdb-facade does, in a minute: `make demo`.

It talks to an embedded TMDB, which it starts itself, so it needs neither a key nor a network. With TMDB_ACCESS_TOKEN
set, the same calls go to the live API.
"""

from __future__ import annotations

import asyncio
import inspect
import os
import sys
import textwrap
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import contextmanager
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.console import Console
from rich.panel import Panel
from rich.syntax import Syntax

from tmdb_facade import ATTRIBUTION, TMDB, AsyncTMDB, MovieAppend, TMDBError
from tmdb_facade.errors import MissingBlockError, NotFoundError
from tmdb_facade.models import Movie, Person, TVShow
from tmdb_facade.testing import TMDBServer

console = Console(highlight=False)


class Place(NamedTuple):
    """Where the demo's calls go: what it is called, and the arguments of a client for it."""

    name: str
    access_token: str | None = None
    base_url: str | None = None


# --- What the demo prints as code is what it runs: the bodies of these functions. -------------------------------------


def search(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Search: typed rows, fetched when they are wanted."""
    for movie in tmdb.search.movies("harry potter").limit(5):
        yield movie.id, movie.title, movie.release_date, movie.vote_average


def film(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """One film and its people in one request, and where their pictures are."""
    movie = tmdb.movies.details(603, append=MovieAppend.CREDITS)
    images = tmdb.configuration.details().images.secure_base_url
    yield movie.title, movie.tagline, f"{images}w500{movie.poster_path}"
    for role in movie.credits.cast[:5]:
        yield role.name, role.character, f"{images}w185{role.profile_path}"


def pages(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """A list in pages: walk over all of it, or take one page with the totals."""
    popular = tmdb.movies.popular(language="de-DE")
    page = popular.page(2)
    yield f"page {page.page} of {page.total_pages}", f"{page.total_results} films"
    for movie in popular.limit(5):
        yield movie.title, movie.original_title


def multi(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Results of several kinds: a union that type checkers follow."""
    for result in tmdb.search.multi("star").limit(6):
        match result:
            case Movie():
                yield "film", result.title, result.release_date
            case TVShow():
                yield "series", result.name, result.first_air_date
            case Person():
                yield "person", result.name, result.known_for_department
            case _:
                yield "of another kind", result.media_type


def errors(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Errors say what happened, and what to do."""
    try:
        tmdb.movies.details(999_999_999)
    except NotFoundError as error:
        yield type(error).__name__, error.http_status, error.code, error.message

    # With MovieAppend.VIDEOS, a type checker would find this.
    movie = tmdb.movies.details(603, append=["videos"])
    try:
        yield "its cast", len(movie.credits.cast)
    except MissingBlockError as error:
        yield type(error).__name__, error


async def at_once(tmdb: AsyncTMDB) -> list[tuple[object, ...]]:
    """The async twin: the same names, and all at once."""
    calls = [tmdb.movies.details(number) for number in (129, 238, 550, 603)]
    films = await asyncio.gather(*calls)
    return [(movie.title, movie.original_title, movie.revenue) for movie in films]


# --- The frame. -------------------------------------------------------------------------------------------------------


def announce(part: Callable[..., object]) -> None:
    """Print what a part is about, and its code."""
    console.print()
    console.rule(f"[bold]{inspect.getdoc(part)}", align="left")
    body = inspect.getsource(part).split('"""\n', 1)[1]
    console.print(Syntax(textwrap.dedent(body).strip(), "python", background_color="default"))
    console.print()


def show(rows: Iterable[tuple[object, ...]]) -> None:
    """Print rows in columns; the last cell of a row may be as long as it likes, so that URLs stay whole."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    columns = max(map(len, cells), default=0)
    widths = [max((cell_len(row[n]) for row in cells if n < len(row) - 1), default=0) for n in range(columns)]
    for row in cells:
        padded = [set_cell_size(cell, widths[n]) for n, cell in enumerate(row[:-1])]
        console.print("  ", "   ".join([*padded, row[-1]]), soft_wrap=True, markup=False, style="green")


@contextmanager
def place() -> Generator[Place]:
    """Choose where the calls go: to the live API with a token, else to a TMDB of our own that runs meanwhile."""
    if os.environ.get("TMDB_ACCESS_TOKEN"):
        yield Place("the live API")
    else:
        with TMDBServer() as server:
            yield Place(f"an embedded TMDB at {server.base_url}", server.access_token, server.base_url)


def show_sync(where: Place) -> None:
    """Run the parts for `TMDB`."""
    with TMDB(where.access_token, base_url=where.base_url) as tmdb:
        for part in (search, film, pages, multi, errors):
            announce(part)
            show(part(tmdb))


async def show_async(where: Place) -> None:
    """Run the part for `AsyncTMDB`."""
    async with AsyncTMDB(where.access_token, base_url=where.base_url) as tmdb:
        announce(at_once)
        show(await at_once(tmdb))


def main() -> int:
    """Run the demo, and return the exit code."""
    try:
        with place() as where:
            console.print(Panel(f"tmdb-facade talks to {where.name}", expand=False))
            show_sync(where)
            asyncio.run(show_async(where))
    except TMDBError as error:
        console.print(f"[red]The demo ended early:[/] {error}", soft_wrap=True)
        return 1
    console.print()
    console.rule()
    if not os.environ.get("TMDB_ACCESS_TOKEN"):
        console.print("With a token of your own it talks to TMDB: TMDB_ACCESS_TOKEN=... make demo")
    console.print(ATTRIBUTION, style="dim")
    return 0


if __name__ == "__main__":
    sys.exit(main())
