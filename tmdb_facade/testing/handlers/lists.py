"""Users' lists as v3 knows them: public, in one order, one film a call."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state import Item, UserList
from tmdb_facade.testing.state.records import key_of

from .identity import account, session_account
from .paging import page
from .ratings_and_marks import title
from .shared import user_list_row
from .user_lists import item_row, lists_of, make, readable, writable

_LIST = "/3/list/{list_id}"


def create(context: RequestContext) -> JSONObject:
    """Make a list.

    Raises:
        Refusal: There is no session (401, code 3), or the name or the description is wrong (422).
    """
    user = account(context)
    name, description = context.body.get("name"), context.body.get("description", "")
    if not isinstance(name, str) or not name:
        raise _not_created("name must be provided")
    if not isinstance(description, str):
        raise _not_created("Invalid description")
    kept = make(context, user, name, context.text("language") or "en", {"description": description})
    context.reply.status = 201
    return {**status_body(TMDBCode.SUCCESS), "list_id": kept.id}


def _not_created(complaint: str) -> Refusal:
    return Refusal(422, {"success": False, "errors": [complaint], "list_id": None})


def details(context: RequestContext) -> JSONObject:
    """A list with a page of its items; series are there too, although only v4 can put them there."""
    kept = readable(context, session_account(context))
    shown = page(context, list(kept.items.values()), lambda item: item_row(context, item))
    return {
        "created_by": context.state.data.accounts[kept.owner].username,
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


def delete(context: RequestContext) -> JSONObject:
    """Delete a list, which TMDB calls an update."""
    kept = writable(context, account(context))
    del context.state.data.lists[kept.id]
    return status_body(TMDBCode.UPDATED)


def add_item(context: RequestContext) -> JSONObject:
    """Put a film on a list.

    Raises:
        Refusal: It is there already (403, code 8).
    """
    kept, number = writable(context, account(context)), _movie(context)
    key = key_of("movie", title(context, "movie", number).id)
    if key in kept.items:
        raise Refusal.of(TMDBCode.DUPLICATE_ENTRY)
    kept.items[key] = Item("movie", number)
    return _updated(context, kept)


def remove_item(context: RequestContext) -> JSONObject:
    """Take a film off a list.

    Raises:
        Refusal: It is not there (200, code 21).
    """
    kept, number = writable(context, account(context)), _movie(context)
    if kept.items.pop(key_of("movie", number), None) is None:
        raise Refusal.of(TMDBCode.ENTRY_NOT_FOUND)
    kept.updated = context.state.clock.now()
    return status_body(TMDBCode.DELETED)


def clear(context: RequestContext) -> JSONObject:
    """Take everything off a list.

    Raises:
        Refusal: It is not confirmed (400, code 29).
    """
    kept = writable(context, account(context))
    if not context.flag("confirm"):
        raise Refusal.of(TMDBCode.CONFIRM_REQUIRED)
    kept.items.clear()
    return _updated(context, kept)


def item_status(context: RequestContext) -> JSONObject:
    """Whether a film is on a list.

    Raises:
        Refusal: No film is named (422).
    """
    kept = readable(context, session_account(context))
    number = context.number("movie_id")
    if number is None:
        raise Refusal.invalid("movie_id must be provided")
    return {"id": kept.id, "item_present": key_of("movie", number) in kept.items}


def of_account(context: RequestContext) -> JSONObject:
    """The lists of the session's user."""
    return page(context, lists_of(context, account(context)), user_list_row)


def _movie(context: RequestContext) -> int:
    number = context.body.get("media_id")
    if not isinstance(number, int) or isinstance(number, bool):
        raise Refusal.not_valid("media_id must be an integer")
    return number


def _updated(context: RequestContext, kept: UserList) -> JSONObject:
    kept.updated = context.state.clock.now()
    context.reply.status = 201
    return status_body(TMDBCode.UPDATED)


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
