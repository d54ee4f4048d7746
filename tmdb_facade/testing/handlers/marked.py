"""Pages of what somebody rated, likes or wants to watch, oldest first unless the newest are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Show
from tmdb_facade.testing.errors import Refusal
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.rows import movie_row, show_row
from tmdb_facade.testing.state import Mark
from tmdb_facade.testing.state.records import Kind

Extra: TypeAlias = Callable[[Mark], JSONObject]


def marked_page(call: Call, marks: Mapping[str, Mark], kind: Kind, extra: Extra = lambda mark: {}) -> JSONObject:
    """Make a page of what is marked.

    Args:
        call: The request, with `sort_by`, `page` and `language`.
        marks: What is marked, oldest first.
        kind: Which kind of it to show.
        extra: What to add to each row.
    """
    shown = in_order(call, [mark for mark in marks.values() if mark.kind == kind])
    return page(call, shown, lambda mark: {**title_row(call, title(call, mark.kind, mark.id)), **extra(mark)})


def in_order(call: Call, marks: Sequence[Mark]) -> Sequence[Mark]:
    """Sort marks, which are oldest first, as `sort_by` says; by anything but their time they are not sorted."""
    return marks[::-1] if call.query.get("sort_by") == "created_at.desc" else marks


def with_rating(mark: Mark) -> JSONObject:
    """What v3 adds to a row."""
    return {"rating": mark.value}


def title_row(call: Call, found: Movie | Show) -> JSONObject:
    """A film or series in the request's language."""
    return movie_row(found, call.locale) if isinstance(found, Movie) else show_row(found, call.locale)


def title(call: Call, kind: str, number: int) -> Movie | Show:
    """Return a film or series by its kind and id.

    Raises:
        Refusal: There is none (404, code 34).
    """
    titles: Mapping[int, Movie | Show] = call.catalogue.movies if kind == "movie" else call.catalogue.shows
    if number not in titles:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return titles[number]
