"""What was edited lately: the ids of films, series and people, 100 a page."""

from __future__ import annotations

from collections.abc import Iterable

from tmdb_facade.testing.blocks import change_range, changed_within
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Change, Movie, Person, Show
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route

ROWS = 100


def movies(call: Call) -> JSONObject:
    """The films that were edited."""
    return _edited(call, ((movie, movie.changes) for movie in call.catalogue.movies.values()))


def shows(call: Call) -> JSONObject:
    """The series that were edited, they themselves or a season or episode of theirs."""
    return _edited(call, ((show, show.all_changes) for show in call.catalogue.shows.values()))


def people(call: Call) -> JSONObject:
    """The people who were edited."""
    return _edited(call, ((person, person.changes) for person in call.catalogue.people.values()))


def _edited(call: Call, records: Iterable[tuple[Movie | Show | Person, Iterable[Change]]]) -> JSONObject:
    start, end = change_range(call)
    found = [record for record, held in records if changed_within(held, start, end)]
    return page(call, found, _row, rows=ROWS)


def _row(record: Movie | Show | Person) -> JSONObject:
    softcore = False if isinstance(record, Person) else record.softcore
    return {"id": record.id, "adult": record.adult, "softcore": softcore}


ROUTES = (
    Route("GET", "/3/movie/changes", movies, max_age=600),
    Route("GET", "/3/person/changes", people, max_age=600),
    Route("GET", "/3/tv/changes", shows, max_age=600),
)
