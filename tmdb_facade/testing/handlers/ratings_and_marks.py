"""Pages of what somebody rated, likes or wants to watch, oldest first unless the newest are asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping
from typing import TypeAlias

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.state import Mark
from tmdb_facade.testing.state.records import Kind

from .list_rows import movie_row, series_row
from .lookup import found_in
from .paging import page
from .tv_shared import episode_row

Extra: TypeAlias = Callable[[Mark], JSONObject]


def marked_page(
    context: RequestContext, marks: Mapping[str, Mark], kind: Kind, extra: Extra = lambda mark: {}
) -> JSONObject:
    """Make a page of what is marked.

    Args:
        context: The request, with `sort_by`, `page` and `language`.
        marks: What is marked, oldest first.
        kind: Which kind of it to show.
        extra: What to add to each row.
    """
    shown = [mark for mark in marks.values() if mark.kind == kind]
    # By anything but their time they are not sorted.
    if context.query.get("sort_by") == "created_at.desc":
        shown.reverse()
    return page(context, shown, lambda mark: {**_row(context, mark), **extra(mark)})


def _row(context: RequestContext, mark: Mark) -> JSONObject:
    if mark.kind == "episode":
        return episode_row(*found_in(context.catalogue.episodes_by_id, mark.id), context.locale)
    return title_row(context, title(context, mark.kind, mark.id))


def with_rating(mark: Mark) -> JSONObject:
    """What v3 adds to a row."""
    return {"rating": mark.value}


def title_row(context: RequestContext, found: Movie | Series) -> JSONObject:
    """A film or series in the request's language."""
    return movie_row(found, context.locale) if isinstance(found, Movie) else series_row(found, context.locale)


def title(context: RequestContext, kind: str, number: int) -> Movie | Series:
    """Return a film or series by its kind and id.

    Raises:
        Refusal: There is none (404, code 34).
    """
    titles: Mapping[int, Movie | Series] = context.catalogue.movies if kind == "movie" else context.catalogue.series
    return found_in(titles, number)


def mark(marks: MutableMapping[str, Mark], key: str, new: Mark) -> TMDBCode:
    """Remember a rating, or that somebody likes something; what is marked again keeps its place and its time.

    Args:
        marks: Where to remember it.
        key: What is marked, as `key_of` names it.
        new: The mark.

    Returns:
        Whether it was added (code 1) or updated (code 12).
    """
    old = marks.get(key)
    if old is None:
        marks[key] = new
        return TMDBCode.SUCCESS
    old.value = new.value
    return TMDBCode.UPDATED
