"""Trending titles and people, for both time windows.

TMDB's lists are not in order of popularity: a title of today stands before one that is always popular. This order is made
up from the popularity and the id, so it is always the same, but not the same for a day and a week.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from zlib import crc32

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import Movie, Person, Series
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import mixed_row, person_row
from .paging import page

WINDOWS = frozenset({"day", "week"})
MINUTES_10 = 600


def trend(kinds: Callable[[Catalogue], Iterable[Movie | Series | Person]]) -> Callable[[RequestContext], JSONObject]:
    """Build the handler that returns records of some kinds by how much they are asked for."""

    def answer(context: RequestContext) -> JSONObject:
        window = context.path["time_window"]
        if window not in WINDOWS:
            raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
        catalogue, locale = context.catalogue, context.locale
        records = sorted((one for one in kinds(catalogue) if not one.adult), key=lambda one: -_demand(one, window))

        def row(one: Movie | Series | Person) -> JSONObject:
            # Unlike in searches, people have no `known_for`.
            if isinstance(one, Person):
                return {**person_row(one, locale), "media_type": "person"}
            return mixed_row(one, catalogue, locale)

        return page(context, records, row)

    return answer


def _demand(one: Movie | Series | Person, window: str) -> float:
    """Return the popularity, of which a part from one fifth to all counts in a window."""
    part = crc32(f"{window} {type(one).__name__} {one.id}".encode()) % 1000
    return one.popularity * (250 + part)


def _everything(catalogue: Catalogue) -> Iterable[Movie | Series | Person]:
    return [*catalogue.movies.values(), *catalogue.series.values(), *catalogue.people.values()]


ROUTES = (
    Route("GET", "/3/trending/all/{time_window}", trend(_everything), max_age=MINUTES_10),
    Route("GET", "/3/trending/movie/{time_window}", trend(lambda c: c.movies.values()), max_age=MINUTES_10),
    Route("GET", "/3/trending/person/{time_window}", trend(lambda c: c.people.values()), max_age=MINUTES_10),
    Route("GET", "/3/trending/tv/{time_window}", trend(lambda c: c.series.values()), max_age=MINUTES_10),
)
