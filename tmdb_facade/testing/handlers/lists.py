"""v3 user lists: always public, in one order, changed by one movie per request."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.parameters import missing_parameter
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import Item, UserList, key_of

from .identity import account, session_account
from .lookup import media_id
from .paging import page
from .ratings_and_marks import title
from .shared import user_list_row
from .user_lists import create_list, item_row, lists_of, readable, writable

_LIST = "/3/list/{list_id}"


def create(context: RequestContext) -> JSONObject:
    """Create a list.

    Raises:
        Refusal: The session is missing (401, code 3), the name is missing (422, code 5), or the description is invalid
            (422).
    """
    user = account(context)
    name, description = context.body.get("name"), context.body.get("description", "")
    if not isinstance(name, str) or not name:
        raise missing_parameter(context.operation, "name")
    if not isinstance(description, str):
        raise Refusal(422, {"success": False, "errors": ["Invalid description"], "list_id": None})
    user_list = create_list(context, user, name, context.text("language") or "en", {"description": description})
    context.reply.status = 201
    return {**status_body(TMDBCode.SUCCESS, message="created"), "list_id": user_list.id}


def details(context: RequestContext) -> JSONObject:
    """Return a list with a page of its items. Series are included, although only v4 can add them."""
    user_list = readable(context, session_account(context))
    items_page = page(context, list(user_list.items.values()), lambda item: item_row(context, item))
    row = user_list_row(user_list)
    del row["list_type"]
    return {
        **row,
        "created_by": context.state.data.accounts[user_list.owner].username,
        "items": items_page.pop("results"),
        **items_page,
    }


def delete(context: RequestContext) -> JSONObject:
    """Delete a list. TMDB answers with the code and the HTTP status for an update."""
    user_list = writable(context, account(context))
    del context.state.data.lists[user_list.id]
    context.reply.status = 201
    return status_body(TMDBCode.UPDATED)


def add_item(context: RequestContext) -> JSONObject:
    """Add a movie to a list.

    Raises:
        Refusal: The list has the movie already (403, code 8).
    """
    user_list, number = writable(context, account(context)), media_id(context)
    key = key_of("movie", title(context, "movie", number).id)
    if key in user_list.items:
        raise Refusal.of(TMDBCode.DUPLICATE_ENTRY)
    user_list.items[key] = Item("movie", number)
    return _updated(context, user_list)


def remove_item(context: RequestContext) -> JSONObject:
    """Remove a movie from a list.

    Raises:
        Refusal: The list does not have the movie (200, code 21).
    """
    user_list, number = writable(context, account(context)), media_id(context)
    if user_list.items.pop(key_of("movie", number), None) is None:
        raise Refusal.of(TMDBCode.ENTRY_NOT_FOUND)
    user_list.updated = context.state.clock.now()
    return status_body(TMDBCode.DELETED)


def clear(context: RequestContext) -> JSONObject:
    """Remove all items from a list.

    Raises:
        Refusal: The request has no `confirm=true` (400, code 29).
    """
    user_list = writable(context, account(context))
    if not context.flag("confirm"):
        raise Refusal.of(TMDBCode.CONFIRM_REQUIRED)
    user_list.items.clear()
    return _updated(context, user_list)


def item_status(context: RequestContext) -> JSONObject:
    """Return whether a list has a movie.

    Raises:
        Refusal: `movie_id` is missing (422).
    """
    user_list = readable(context, session_account(context))
    number = context.number("movie_id")
    if number is None:
        raise missing_parameter(context.operation, "movie_id")
    return {"id": user_list.id, "item_present": key_of("movie", number) in user_list.items}


def of_account(context: RequestContext) -> JSONObject:
    """Return the lists of the session's user."""
    return page(context, lists_of(context, account(context)), user_list_row)


def _updated(context: RequestContext, user_list: UserList) -> JSONObject:
    user_list.updated = context.state.clock.now()
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
