"""What is on v4 lists: many items a call, each with a result of its own.

The answer as a whole is a success whatever became of the items, so a client has to look at each.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, TypeAlias, cast

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state import Item, UserList
from tmdb_facade.testing.state.records import key_of

from .identity import v4_user
from .user_lists import list_of, may_see, writable

_LIST = "/4/list/{list_id}"


class _Named(NamedTuple):
    """An item of a body."""

    media_type: str
    media_id: int
    comment: object

    @property
    def key(self) -> str:
        return key_of(self.media_type, self.media_id)


# What does something with one item, and says whether it could.
_Act: TypeAlias = Callable[[RequestContext, UserList, _Named], bool]


def _add(context: RequestContext, kept: UserList, named: _Named) -> bool:
    # A comment is not taken here, and not complained about: it has to be put afterwards.
    if named.key in kept.items:
        return False
    if named.media_type == "movie" and named.media_id in context.catalogue.movies:
        kept.items[named.key] = Item("movie", named.media_id)
    elif named.media_type == "tv" and named.media_id in context.catalogue.series:
        kept.items[named.key] = Item("tv", named.media_id)
    return named.key in kept.items


def _comment(context: RequestContext, kept: UserList, named: _Named) -> bool:
    held = kept.items.get(named.key)
    if held is None or not isinstance(named.comment, str):
        return False
    held.comment = named.comment
    return True


def _remove(context: RequestContext, kept: UserList, named: _Named) -> bool:
    return kept.items.pop(named.key, None) is not None


def _each(act: _Act) -> Callable[[RequestContext], JSONObject]:
    def handler(context: RequestContext) -> JSONObject:
        kept, items = writable(context, v4_user(context)), _items(context)
        results = [
            {"media_id": item.media_id, "media_type": item.media_type, "success": act(context, kept, item)}
            for item in items
        ]
        kept.updated = context.state.clock.now()
        return {**status_body(TMDBCode.SUCCESS), "results": results}

    return handler


def _items(context: RequestContext) -> list[_Named]:
    items = context.body.get("items")
    if not isinstance(items, list) or not items:
        raise Refusal.not_valid("items must be provided")
    return [_named(item) for item in cast("list[object]", items)]


def _named(item: object) -> _Named:
    match item:
        case {"media_type": str() as kind, "media_id": int() as number} if not isinstance(number, bool):
            return _Named(kind, number, cast("Mapping[str, object]", item).get("comment"))
        case _:
            raise Refusal.not_valid("items must have a media_type and a media_id")


def status(context: RequestContext) -> JSONObject:
    """Say that something is on a list.

    Raises:
        Refusal: It is not, or there is no such list to be seen (404, code 34).
    """
    kept = list_of(context)
    kind, number = context.query.get("media_type", ""), context.number("media_id")
    if not may_see(kept, context.user) or number is None or key_of(kind, number) not in kept.items:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return {**status_body(TMDBCode.SUCCESS), "id": kept.id, "media_id": number, "media_type": kind}


ROUTES = (
    Route("POST", f"{_LIST}/items", _each(_add), max_age=0),
    Route("PUT", f"{_LIST}/items", _each(_comment), max_age=0),
    Route("DELETE", f"{_LIST}/items", _each(_remove), max_age=0),
    Route("GET", f"{_LIST}/item_status", status, max_age=0),
)
