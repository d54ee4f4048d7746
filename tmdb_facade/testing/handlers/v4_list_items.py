"""Items of v4 lists: many per request, each with its own result.

The response is a success even if every item fails, so clients have to check each result.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import NamedTuple, TypeAlias, cast

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import Item, UserList, key_of

from .identity import v4_user
from .user_lists import list_of, may_see, writable

_LIST = "/4/list/{list_id}"


class _ItemBody(NamedTuple):
    """An item of a request body."""

    media_type: str
    media_id: int
    comment: object

    @property
    def key(self) -> str:
        return key_of(self.media_type, self.media_id)


# Handles one item, and returns its result: `success`, and perhaps `error`.
_Act: TypeAlias = Callable[[RequestContext, UserList, _ItemBody], JSONObject]

# Programs compare this text, so it is not in our own words.
_ON_THE_LIST: JSONObject = {"error": ["Media has already been taken"], "success": False}


def _add(context: RequestContext, user_list: UserList, item: _ItemBody) -> JSONObject:
    # TMDB ignores comments of new items; they have to be set by an update.
    if item.key in user_list.items:
        return _ON_THE_LIST
    if item.media_type == "movie" and item.media_id in context.catalogue.movies:
        user_list.items[item.key] = Item("movie", item.media_id)
    elif item.media_type == "tv" and item.media_id in context.catalogue.series:
        user_list.items[item.key] = Item("tv", item.media_id)
    return {"success": item.key in user_list.items}


def _comment(context: RequestContext, user_list: UserList, item: _ItemBody) -> JSONObject:
    item_on_list = user_list.items.get(item.key)
    if item_on_list is None or not isinstance(item.comment, str):
        return {"success": False}
    item_on_list.comment = item.comment
    return {"success": True}


def _remove(context: RequestContext, user_list: UserList, item: _ItemBody) -> JSONObject:
    return {"success": user_list.items.pop(item.key, None) is not None}


def _each(act: _Act, context: RequestContext) -> JSONObject:
    user_list, items = writable(context, v4_user(context)), _items(context)
    results = [
        {"media_id": item.media_id, "media_type": item.media_type, **act(context, user_list, item)} for item in items
    ]
    user_list.updated = context.state.clock.now()
    return {**status_body(TMDBCode.SUCCESS), "results": results}


def _items(context: RequestContext) -> list[_ItemBody]:
    items = context.body.get("items")
    if not isinstance(items, list) or not items:
        raise Refusal.invalid_body("items must be provided")
    return [_item(item) for item in cast("list[object]", items)]


def _item(item: object) -> _ItemBody:
    match item:
        case {"media_type": str() as kind, "media_id": int() as number} if not isinstance(number, bool):
            return _ItemBody(kind, number, cast("Mapping[str, object]", item).get("comment"))
        case _:
            raise Refusal.invalid_body("items must have a media_type and a media_id")


def status(context: RequestContext) -> JSONObject:
    """Return success if a list has an item.

    Raises:
        Refusal: The list does not have it, does not exist, or is private (404, code 34).
    """
    user_list = list_of(context)
    kind, number = context.query.get("media_type", ""), context.number("media_id")
    if not may_see(user_list, context.user) or number is None or key_of(kind, number) not in user_list.items:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return {**status_body(TMDBCode.SUCCESS), "id": user_list.id, "media_id": number, "media_type": kind}


ROUTES = (
    Route("POST", f"{_LIST}/items", partial(_each, _add), max_age=0),
    Route("PUT", f"{_LIST}/items", partial(_each, _comment), max_age=0),
    Route("DELETE", f"{_LIST}/items", partial(_each, _remove), max_age=0),
    Route("GET", f"{_LIST}/item_status", status, max_age=0),
)
