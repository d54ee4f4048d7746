"""User lists for v3 and v4: access rights, items and sort orders."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Movie, Series
from tmdb_facade.testing.protocol.language import Locale
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.state.records import Account, Item, UserList

from .list_rows import localized_title, title_row
from .lookup import found_in
from .ratings_and_marks import title

DEFAULT_ORDER = "original_order.asc"
# An account's lists name their order by its number in this sequence, from 1. Only the first number was observed.
ORDERS = tuple(
    f"{key}.{direction}"
    for key in ("original_order", "vote_average", "primary_release_date", "release_date", "title")
    for direction in ("asc", "desc")
)


def list_of(context: RequestContext) -> UserList:
    """Return the list of the path.

    Raises:
        Refusal: It does not exist (404, code 34).
    """
    return found_in(context.state.data.lists, context.id("list_id"))


def may_see(user_list: UserList, viewer: Account | None) -> bool:
    """Return whether the viewer may read the list."""
    return user_list.public or (viewer is not None and viewer.id == user_list.owner)


def readable(context: RequestContext, viewer: Account | None) -> UserList:
    """Return the list of the path for reading.

    Raises:
        Refusal: It does not exist (404, code 34), or is private (401, code 39).
    """
    user_list = list_of(context)
    if not may_see(user_list, viewer):
        raise Refusal.of(TMDBCode.RESOURCE_PRIVATE)
    return user_list


def writable(context: RequestContext, user: Account) -> UserList:
    """Return the list of the path for writing.

    Raises:
        Refusal: It does not exist (404, code 34), or belongs to another user (401, code 38).
    """
    user_list = list_of(context)
    if user_list.owner != user.id:
        raise Refusal.of(TMDBCode.NO_EDIT_PERMISSION)
    return user_list


def create_list(
    context: RequestContext, owner: Account, name: str, language: str, fields: Mapping[str, Any]
) -> UserList:
    """Create a list.

    Args:
        context: The request.
        owner: The owner.
        name: The list's name.
        language: The language of its texts.
        fields: More fields of `UserList`.
    """
    now = context.state.clock.now()
    number = context.state.next_list()
    values: dict[str, Any] = {"description": "", "country": "US", **fields}
    user_list = UserList(id=number, owner=owner.id, name=name, language=language, created=now, updated=now, **values)
    context.state.data.lists[number] = user_list
    return user_list


def lists_of(context: RequestContext, owner: Account) -> list[UserList]:
    """Return the lists of a user, oldest first."""
    return [user_list for user_list in context.state.data.lists.values() if user_list.owner == owner.id]


def item_row(context: RequestContext, item: Item) -> JSONObject:
    """Return the row of a list item, with `media_type`."""
    return {**title_row(title(context, item.kind, item.id), context.locale), "media_type": item.kind}


def titles_of(context: RequestContext, user_list: UserList) -> list[Movie | Series]:
    """Return the titles of a list."""
    return [title(context, item.kind, item.id) for item in user_list.items.values()]


def ordered(context: RequestContext, user_list: UserList, order: str) -> list[Item]:
    """Return the items of a list in one of `ORDERS`. The sort is stable."""
    key, _, direction = order.partition(".")
    items = list(user_list.items.values())
    if key == "original_order":
        return items[::-1] if direction == "desc" else items

    def by(item: Item) -> tuple[float | str, ...]:
        return _sort_key(key, title(context, item.kind, item.id), context.locale)

    return sorted(items, key=by, reverse=direction == "desc")


def _sort_key(key: str, record: Movie | Series, locale: Locale) -> tuple[float | str, ...]:
    if key == "vote_average":
        return (record.vote_average,)
    if key == "title":
        return (localized_title(record, locale).casefold(),)
    day = record.release_date if isinstance(record, Movie) else record.first_air_date
    return (str(day or ""),)
