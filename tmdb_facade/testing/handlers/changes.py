"""Change lists: ids of edited and deleted movies, TV series and people, 100 per page."""

from __future__ import annotations

from collections.abc import Iterable

from tmdb_facade.testing.catalogue.records import Movie, Person, Series
from tmdb_facade.testing.catalogue.reference import DeletedRecord
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .edits import change_range, is_edited
from .paging import page

ROWS = 100


def movies(context: RequestContext) -> JSONObject:
    """Return the edited and deleted movies."""
    return _edited(context, "movie", context.catalogue.movies.values())


def tv(context: RequestContext) -> JSONObject:
    """Return the TV series that were edited, including edits of their seasons and episodes, and the deleted ones."""
    return _edited(context, "tv", context.catalogue.series.values())


def people(context: RequestContext) -> JSONObject:
    """Return the edited and deleted people."""
    return _edited(context, "person", context.catalogue.people.values())


def _edited(context: RequestContext, kind: str, records: Iterable[Movie | Series | Person]) -> JSONObject:
    start, end = change_range(context)
    edited: list[Movie | Series | Person | DeletedRecord] = [
        record for record in records if is_edited(context, record, start, end)
    ]
    deleted = context.catalogue.configuration.deleted
    edited += [one for one in deleted if one.kind == kind and start <= one.day <= end]
    return page(context, edited, _row, rows=ROWS)


def _row(record: Movie | Series | Person | DeletedRecord) -> JSONObject:
    if isinstance(record, DeletedRecord):
        return {"id": record.id, "adult": None, "softcore": None}
    softcore = False if isinstance(record, Person) else record.softcore
    return {"id": record.id, "adult": record.adult, "softcore": softcore}


ROUTES = (
    Route("GET", "/3/movie/changes", movies, max_age=600),
    Route("GET", "/3/person/changes", people, max_age=600),
    Route("GET", "/3/tv/changes", tv, max_age=600),
)
