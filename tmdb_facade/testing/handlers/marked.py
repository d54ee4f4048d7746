"""Pages of what somebody rated, likes or wants to watch, oldest first unless the newest are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Show
from tmdb_facade.testing.episodic import episode_row
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.rows import movie_row, show_row
from tmdb_facade.testing.state import Mark
from tmdb_facade.testing.state.records import Kind
from tmdb_facade.testing.wanted import found_in

Extra: TypeAlias = Callable[[Mark], JSONObject]


def marked_page(call: Call, marks: Mapping[str, Mark], kind: Kind, extra: Extra = lambda mark: {}) -> JSONObject:
    """Make a page of what is marked.

    Args:
        call: The request, with `sort_by`, `page` and `language`.
        marks: What is marked, oldest first.
        kind: Which kind of it to show.
        extra: What to add to each row.
    """
    shown = [mark for mark in marks.values() if mark.kind == kind]
    # By anything but their time they are not sorted.
    if call.query.get("sort_by") == "created_at.desc":
        shown.reverse()
    return page(call, shown, lambda mark: {**_row(call, mark), **extra(mark)})


def _row(call: Call, mark: Mark) -> JSONObject:
    if mark.kind == "episode":
        return episode_row(*found_in(call.catalogue.episode_places, mark.id), call.locale)
    return title_row(call, title(call, mark.kind, mark.id))


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
    return found_in(titles, number)
