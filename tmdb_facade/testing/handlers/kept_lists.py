"""What v3 and v4 have in common about users' lists: whose they are, who may see them, what is on them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Show
from tmdb_facade.testing.errors import Refusal
from tmdb_facade.testing.language import Locale, translation
from tmdb_facade.testing.state import Account, Item, KeptList

from .marked import title, title_row

DEFAULT_ORDER = "original_order.asc"
# In the order of the numbers by which an account's lists say how they are sorted; of these only the first was seen.
ORDERS = tuple(
    f"{key}.{direction}"
    for key in ("original_order", "vote_average", "primary_release_date", "release_date", "title")
    for direction in ("asc", "desc")
)


def list_of(call: Call) -> KeptList:
    """Return the list of the path.

    Raises:
        Refusal: There is none (404, code 34).
    """
    found = call.state.data.lists.get(call.id("list_id"))
    if found is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return found


def may_see(kept: KeptList, viewer: Account | None) -> bool:
    """Whether a list is public, or the viewer's own."""
    return kept.public or (viewer is not None and viewer.id == kept.owner)


def readable(call: Call, viewer: Account | None) -> KeptList:
    """Return the list of the path to read.

    Raises:
        Refusal: There is none (404, code 34), or it is private (401, code 39).
    """
    kept = list_of(call)
    if not may_see(kept, viewer):
        raise Refusal.of(TMDBCode.RESOURCE_PRIVATE)
    return kept


def writable(call: Call, user: Account) -> KeptList:
    """Return the list of the path to change.

    Raises:
        Refusal: There is none (404, code 34), or it is another user's (401, code 38).
    """
    kept = list_of(call)
    if kept.owner != user.id:
        raise Refusal.of(TMDBCode.NO_EDIT_PERMISSION)
    return kept


def make(call: Call, owner: Account, name: str, language: str, facts: Mapping[str, Any]) -> KeptList:
    """Make a list.

    Args:
        call: The request.
        owner: Whose it is.
        name: What it is called.
        language: The language of its texts.
        facts: What else is known of it, by the names of `KeptList`.
    """
    now = call.state.clock.now()
    number = call.state.next_list()
    known: dict[str, Any] = {"description": "", "country": "US", **facts}
    kept = KeptList(id=number, owner=owner.id, name=name, language=language, created=now, updated=now, **known)
    call.state.data.lists[number] = kept
    return kept


def lists_of(call: Call, owner: Account) -> list[KeptList]:
    """Return the lists of a user in the order in which they were made."""
    return [kept for kept in call.state.data.lists.values() if kept.owner == owner.id]


def item_row(call: Call, item: Item) -> JSONObject:
    """A film or series on a list; the row says which it is."""
    return {**title_row(call, title(call, item.kind, item.id)), "media_type": item.kind}


def titles_of(call: Call, kept: KeptList) -> list[Movie | Show]:
    """Return what is on a list."""
    return [title(call, item.kind, item.id) for item in kept.items.values()]


def ordered(call: Call, kept: KeptList, order: str) -> list[Item]:
    """Return what is on a list in one of `ORDERS`; equals stay in the order in which they came there."""
    key, _, direction = order.partition(".")
    items = list(kept.items.values())
    if key == "original_order":
        return items[::-1] if direction == "desc" else items

    def by(item: Item) -> tuple[float | str, ...]:
        return _sort_key(key, title(call, item.kind, item.id), call.locale)

    return sorted(items, key=by, reverse=direction == "desc")


def _sort_key(key: str, found: Movie | Show, locale: Locale) -> tuple[float | str, ...]:
    if key == "vote_average":
        return (found.vote_average,)
    if key == "title":
        original = found.original_title if isinstance(found, Movie) else found.original_name
        return ((translation(found, locale).title or original).casefold(),)
    shown: date | None = found.release_date if isinstance(found, Movie) else found.first_air_date
    return (str(shown or ""),)
