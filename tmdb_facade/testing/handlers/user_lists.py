"""What v3 and v4 have in common about users' lists: whose they are, who may see them, what is on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.protocol.language import Locale, translation
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.state import Account, Item, UserList

from .ratings_and_marks import title, title_row

DEFAULT_ORDER = "original_order.asc"
# In the order of the numbers by which an account's lists say how they are sorted; of these only the first was seen.
ORDERS = tuple(
    f"{key}.{direction}"
    for key in ("original_order", "vote_average", "primary_release_date", "release_date", "title")
    for direction in ("asc", "desc")
)


def list_of(context: RequestContext) -> UserList:
    """Return the list of the path.

    Raises:
        Refusal: There is none (404, code 34).
    """
    found = context.state.data.lists.get(context.id("list_id"))
    if found is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return found


def may_see(kept: UserList, viewer: Account | None) -> bool:
    """Whether a list is public, or the viewer's own."""
    return kept.public or (viewer is not None and viewer.id == kept.owner)


def readable(context: RequestContext, viewer: Account | None) -> UserList:
    """Return the list of the path to read.

    Raises:
        Refusal: There is none (404, code 34), or it is private (401, code 39).
    """
    kept = list_of(context)
    if not may_see(kept, viewer):
        raise Refusal.of(TMDBCode.RESOURCE_PRIVATE)
    return kept


def writable(context: RequestContext, user: Account) -> UserList:
    """Return the list of the path to change.

    Raises:
        Refusal: There is none (404, code 34), or it is another user's (401, code 38).
    """
    kept = list_of(context)
    if kept.owner != user.id:
        raise Refusal.of(TMDBCode.NO_EDIT_PERMISSION)
    return kept


def make(context: RequestContext, owner: Account, name: str, language: str, facts: Mapping[str, Any]) -> UserList:
    """Make a list.

    Args:
        context: The request.
        owner: Whose it is.
        name: What it is called.
        language: The language of its texts.
        facts: What else is known of it, by the names of `UserList`.
    """
    now = context.state.clock.now()
    number = context.state.next_list()
    known: dict[str, Any] = {"description": "", "country": "US", **facts}
    kept = UserList(id=number, owner=owner.id, name=name, language=language, created=now, updated=now, **known)
    context.state.data.lists[number] = kept
    return kept


def lists_of(context: RequestContext, owner: Account) -> list[UserList]:
    """Return the lists of a user in the order in which they were made."""
    return [kept for kept in context.state.data.lists.values() if kept.owner == owner.id]


def item_row(context: RequestContext, item: Item) -> JSONObject:
    """A film or series on a list; the row says which it is."""
    return {**title_row(context, title(context, item.kind, item.id)), "media_type": item.kind}


def titles_of(context: RequestContext, kept: UserList) -> list[Movie | Series]:
    """Return what is on a list."""
    return [title(context, item.kind, item.id) for item in kept.items.values()]


def ordered(context: RequestContext, kept: UserList, order: str) -> list[Item]:
    """Return what is on a list in one of `ORDERS`; equals stay in the order in which they came there."""
    key, _, direction = order.partition(".")
    items = list(kept.items.values())
    if key == "original_order":
        return items[::-1] if direction == "desc" else items

    def by(item: Item) -> tuple[float | str, ...]:
        return _sort_key(key, title(context, item.kind, item.id), context.locale)

    return sorted(items, key=by, reverse=direction == "desc")


def _sort_key(key: str, found: Movie | Series, locale: Locale) -> tuple[float | str, ...]:
    if key == "vote_average":
        return (found.vote_average,)
    if key == "title":
        original = found.original_title if isinstance(found, Movie) else found.original_name
        return ((translation(found, locale).title or original).casefold(),)
    shown: date | None = found.release_date if isinstance(found, Movie) else found.first_air_date
    return (str(shown or ""),)
