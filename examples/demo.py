"""A tour of tmdb-facade: `make demo`.

The demo starts an embedded TMDB, so it needs neither an API key nor a network. With TMDB_ACCESS_TOKEN set, it calls
the live API instead.
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
from tmdb_facade.models import CollectionMatch, Movie, Person, TVShow, UnknownMedia
from tmdb_facade.testing import TMDBServer

console = Console(highlight=False)


class Api(NamedTuple):
    """The API that the demo calls: a description and the arguments of the clients."""

    description: str
    access_token: str | None = None
    base_url: str | None = None


# --- The demo prints the bodies of these functions as code, and then runs them. ---------------------------------------


def search(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Search for movies. Results are typed, and pages are requested as needed."""
    for movie in tmdb.search.movies("harry potter").limit(5):
        yield movie.id, movie.title, movie.release_date, movie.vote_average


def details(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Get a movie with its cast in one request, and build image URLs."""
    movie = tmdb.movies.details(603, append=MovieAppend.CREDITS)
    poster = tmdb.images.poster(movie.poster_path, width=500)
    yield movie.title, movie.tagline, poster
    for member in movie.credits.cast[:5]:
        portrait = tmdb.images.profile(member.profile_path, width=185)
        yield member.name, member.character, portrait


def pages(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Iterate over a list, or get a single page with the totals."""
    top_rated = tmdb.movies.top_rated(language="de-DE")
    page = top_rated.page(2)
    yield f"page {page.page} of {page.total_pages}", f"{page.total_results} movies"
    for movie in top_rated.limit(5):
        yield movie.title, movie.original_title


def multi(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Search for movies, series and people. Type checkers know the union."""
    for result in tmdb.search.multi("jack").limit(6):
        match result:
            case Movie():
                yield "movie", result.title, result.release_date
            case TVShow():
                yield "series", result.name, result.first_air_date
            case Person():
                yield "person", result.name, result.known_for_department
            case CollectionMatch():
                yield "collection", result.title
            case UnknownMedia():
                yield "unknown media type", result.kind


def errors(tmdb: TMDB) -> Iterator[tuple[object, ...]]:
    """Handle errors. Messages name the cause and the solution."""
    try:
        tmdb.movies.details(999_999_999)
    except NotFoundError as error:
        yield type(error).__name__, error.http_status, error.code, error.message

    # With append=MovieAppend.VIDEOS, type checkers report this mistake.
    movie = tmdb.movies.details(603, append=["videos"])
    try:
        yield "cast members", len(movie.credits.cast)
    except MissingBlockError as error:
        yield type(error).__name__, error


async def concurrent_calls(tmdb: AsyncTMDB) -> list[tuple[object, ...]]:
    """Make concurrent calls with the async client, which has the same methods."""
    calls = [tmdb.movies.details(number) for number in (129, 238, 550, 603)]
    movies = await asyncio.gather(*calls)
    return [(movie.title, movie.original_title, movie.revenue) for movie in movies]


# --- Output and setup. ------------------------------------------------------------------------------------------------


def print_code(part: Callable[..., object]) -> None:
    """Print the docstring and the body of a part."""
    console.print()
    console.rule(f"[bold]{inspect.getdoc(part)}", align="left")
    body = inspect.getsource(part).split('"""\n', 1)[1]
    console.print(Syntax(textwrap.dedent(body).strip(), "python", background_color="default"))
    console.print()


def print_rows(rows: Iterable[tuple[object, ...]]) -> None:
    """Print rows in columns. The last cell of a row is never cut, so that URLs stay complete."""
    cells = [["" if cell is None else str(cell) for cell in row] for row in rows]
    columns = max(map(len, cells), default=0)
    widths = [max((cell_len(row[n]) for row in cells if n < len(row) - 1), default=0) for n in range(columns)]
    for row in cells:
        padded = [set_cell_size(cell, widths[n]) for n, cell in enumerate(row[:-1])]
        console.print("  ", "   ".join([*padded, row[-1]]), soft_wrap=True, markup=False, style="green")


@contextmanager
def choose_api() -> Generator[Api]:
    """Yield the live API if there is a token, else an embedded TMDB that runs meanwhile."""
    if os.environ.get("TMDB_ACCESS_TOKEN"):
        yield Api("the live API")
    else:
        with TMDBServer() as server:
            yield Api(f"an embedded TMDB at {server.base_url}", server.access_token, server.base_url)


def run_sync(api: Api) -> None:
    """Run the parts for `TMDB`."""
    with TMDB(api.access_token, base_url=api.base_url) as tmdb:
        for part in (search, details, pages, multi, errors):
            print_code(part)
            print_rows(part(tmdb))


async def run_async(api: Api) -> None:
    """Run the part for `AsyncTMDB`."""
    async with AsyncTMDB(api.access_token, base_url=api.base_url) as tmdb:
        print_code(concurrent_calls)
        print_rows(await concurrent_calls(tmdb))


def main() -> int:
    """Run the demo; return the exit code."""
    try:
        with choose_api() as api:
            console.print(Panel(f"tmdb-facade calls {api.description}", expand=False))
            run_sync(api)
            asyncio.run(run_async(api))
    except TMDBError as error:
        console.print(f"[red]The demo failed:[/] {error}", soft_wrap=True)
        return 1
    console.print()
    console.rule()
    if not os.environ.get("TMDB_ACCESS_TOKEN"):
        console.print("To call the live API, pass your token: TMDB_ACCESS_TOKEN=... make demo")
    console.print(ATTRIBUTION, style="dim")
    return 0


if __name__ == "__main__":
    sys.exit(main())
