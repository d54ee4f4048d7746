"""Pages of ratings, favorites and watchlists, oldest first by default."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import TypeAlias

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import Kind, Mark

from .list_rows import title_row
from .lookup import found_in
from .paging import page
from .tv_shared import episode_row

Extra: TypeAlias = Callable[[Mark], JSONObject]


def marked_route(
    path: str, marks: Callable[[RequestContext], Mapping[str, Mark]], kind: Kind, extra: Extra = lambda mark: {}
) -> Route:
    """Build the route of a page of marked titles.

    Args:
        path: The path.
        marks: Returns the marks, oldest first.
        kind: The kind of title to return.
        extra: Returns more fields for a row.
    """

    def answer(context: RequestContext) -> JSONObject:
        shown = [mark for mark in marks(context).values() if mark.kind == kind]
        # TMDB sorts these pages only by time.
        if context.query.get("sort_by") == "created_at.desc":
            shown.reverse()
        return page(context, shown, lambda mark: {**_row(context, mark), **extra(mark)})

    return Route("GET", path, answer, max_age=0)


def _row(context: RequestContext, mark: Mark) -> JSONObject:
    if mark.kind == "episode":
        return episode_row(context.catalogue, *found_in(context.catalogue.episodes_by_id, mark.id), context.locale)
    return title_row(title(context, mark.kind, mark.id), context.locale)


def with_rating(mark: Mark) -> JSONObject:
    """Return the fields that v3 adds to a rated row."""
    return {"rating": mark.value}


def title(context: RequestContext, kind: str, number: int) -> Movie | Series:
    """Return a movie or series by its kind and id.

    Raises:
        Refusal: It does not exist (404, code 34).
    """
    titles: Mapping[int, Movie | Series] = context.catalogue.movies if kind == "movie" else context.catalogue.series
    return found_in(titles, number)


def mark(marks: MutableMapping[str, Mark], key: str, new: Mark) -> TMDBCode:
    """Add a mark, or update the value of an existing one, which keeps its place and time.

    Args:
        marks: The marks of a user.
        key: The title's key, from `key_of`.
        new: The mark.

    Returns:
        Code 1 if the mark was added, code 12 if it was updated.
    """
    old = marks.get(key)
    if old is None:
        marks[key] = new
        return TMDBCode.SUCCESS
    old.value = new.value
    return TMDBCode.UPDATED
