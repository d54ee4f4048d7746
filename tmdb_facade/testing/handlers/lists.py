"""Users' lists as v3 knows them: public, in one order, one film a call."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.blocks import user_list_row
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.errors import Refusal, said
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.state import Item, KeptList
from tmdb_facade.testing.state.records import key_of
from tmdb_facade.testing.who import account, session_account

from .kept_lists import item_row, lists_of, make, readable, writable
from .marked import title

_LIST = "/3/list/{list_id}"


def create(call: Call) -> JSONObject:
    """Make a list.

    Raises:
        Refusal: There is no session (401, code 3), or the name or the description is wrong (422).
    """
    user = account(call)
    name, description = call.body.get("name"), call.body.get("description", "")
    if not isinstance(name, str) or not name:
        raise _not_created("name must be provided")
    if not isinstance(description, str):
        raise _not_created("Invalid description")
    kept = make(call, user, name, call.text("language") or "en", {"description": description})
    call.reply.status = 201
    return {**said(TMDBCode.SUCCESS), "list_id": kept.id}


def _not_created(complaint: str) -> Refusal:
    return Refusal(422, {"success": False, "errors": [complaint], "list_id": None})


def details(call: Call) -> JSONObject:
    """A list with a page of its items; series are there too, although only v4 can put them there."""
    kept = readable(call, session_account(call))
    shown = page(call, list(kept.items.values()), lambda item: item_row(call, item))
    return {
        "created_by": call.state.data.accounts[kept.owner].username,
        "description": kept.description,
        "favorite_count": kept.favorite_count,
        "id": kept.id,
        "iso_639_1": kept.language,
        "item_count": len(kept.items),
        "items": shown["results"],
        "name": kept.name,
        "page": shown["page"],
        "poster_path": None,
        "total_pages": shown["total_pages"],
        "total_results": shown["total_results"],
    }


def delete(call: Call) -> JSONObject:
    """Delete a list, which TMDB calls an update."""
    kept = writable(call, account(call))
    del call.state.data.lists[kept.id]
    return said(TMDBCode.UPDATED)


def add_item(call: Call) -> JSONObject:
    """Put a film on a list.

    Raises:
        Refusal: It is there already (403, code 8).
    """
    kept, number = writable(call, account(call)), _movie(call)
    key = key_of("movie", title(call, "movie", number).id)
    if key in kept.items:
        raise Refusal.of(TMDBCode.DUPLICATE_ENTRY)
    kept.items[key] = Item("movie", number)
    return _updated(call, kept)


def remove_item(call: Call) -> JSONObject:
    """Take a film off a list.

    Raises:
        Refusal: It is not there (200, code 21).
    """
    kept, number = writable(call, account(call)), _movie(call)
    if kept.items.pop(key_of("movie", number), None) is None:
        raise Refusal.of(TMDBCode.ENTRY_NOT_FOUND)
    kept.updated = call.state.clock.now()
    return said(TMDBCode.DELETED)


def clear(call: Call) -> JSONObject:
    """Take everything off a list.

    Raises:
        Refusal: It is not confirmed (400, code 29).
    """
    kept = writable(call, account(call))
    if not call.flag("confirm"):
        raise Refusal.of(TMDBCode.CONFIRM_REQUIRED)
    kept.items.clear()
    return _updated(call, kept)


def item_status(call: Call) -> JSONObject:
    """Whether a film is on a list.

    Raises:
        Refusal: No film is named (422).
    """
    kept = readable(call, session_account(call))
    number = call.number("movie_id")
    if number is None:
        raise Refusal.invalid("movie_id must be provided")
    return {"id": kept.id, "item_present": key_of("movie", number) in kept.items}


def of_account(call: Call) -> JSONObject:
    """The lists of the session's user."""
    return page(call, lists_of(call, account(call)), user_list_row)


def _movie(call: Call) -> int:
    number = call.body.get("media_id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise Refusal.not_valid("media_id must be an integer")
    return number


def _updated(call: Call, kept: KeptList) -> JSONObject:
    kept.updated = call.state.clock.now()
    call.reply.status = 201
    return said(TMDBCode.UPDATED)


ROUTES = (
    Route("POST", "/3/list", create, max_age=0),
    Route("GET", _LIST, details, max_age=0),
    Route("DELETE", _LIST, delete, max_age=0),
    Route("POST", f"{_LIST}/add_item", add_item, max_age=0),
    Route("POST", f"{_LIST}/remove_item", remove_item, max_age=0),
    Route("POST", f"{_LIST}/clear", clear, max_age=0),
    Route("GET", f"{_LIST}/item_status", item_status, max_age=0),
    Route("GET", "/3/account/{account_id}/lists", of_account, max_age=0),
)
