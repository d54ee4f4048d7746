"""v4 user lists: sorted, of mixed kinds, public or private.

As on TMDB, types differ between answers: `public: true` and `sort_by: "title.asc"` of details are numbers in an account's
lists, and the runtime is a string there. Private lists have the same `cache-control` header as public ones.
"""

from __future__ import annotations

from statistics import fmean

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.clock import format_time
from tmdb_facade.testing.state.records import Account, Item, UserList, key_of

from .account import gravatar
from .identity import v4_account, v4_user
from .paging import page
from .shared import list_fields
from .user_lists import DEFAULT_ORDER, ORDERS, create_list, item_row, lists_of, ordered, readable, titles_of, writable

_LIST = "/4/list/{list_id}"


def create(context: RequestContext) -> JSONObject:
    """Create a list. It is private only if `public` is the number 0: TMDB ignores `false` here.

    Raises:
        Refusal: The token is not a user's (401, code 36), or a value is missing or invalid (400, code 18).
    """
    user, body = v4_user(context), context.body
    name, language, order = body.get("name"), body.get("iso_639_1"), body.get("sort_by", DEFAULT_ORDER)
    messages: list[str] = []
    if not isinstance(name, str) or not name:
        messages.append("name must be provided")
    if not isinstance(language, str) or not language:
        messages.append("iso_639_1 must be provided")
    if order not in ORDERS:
        messages.append("sort_by is not supported")
    if messages:
        raise Refusal.invalid_body(*messages)
    fields = {
        "description": context.text("description"),
        "country": context.text("iso_3166_1") or "US",
        "public": not _is_zero(body.get("public")),
        "sort_by": order,
    }
    user_list = create_list(context, user, str(name), str(language), fields)
    context.reply.status = 201
    return {**status_body(TMDBCode.SUCCESS, message="created"), "id": user_list.id}


def _is_zero(value: object) -> bool:
    return not isinstance(value, bool) and value == 0


def details(context: RequestContext) -> JSONObject:
    """Return a list with a page of its items, in its own order by default.

    Raises:
        Refusal: The list is private (401, code 39), or the order is unknown (400, code 18).
    """
    user_list = readable(context, context.user)
    order = context.query.get("sort_by") or user_list.sort_by
    if order not in ORDERS:
        raise Refusal.invalid_body("sort_by is not supported")
    comments: dict[str, str | None] = {}

    def row(item: Item) -> JSONObject:
        comments[key_of(item.kind, item.id)] = item.comment
        return item_row(context, item)

    return {
        **list_fields(user_list),
        **_sums(context, user_list),
        **page(context, ordered(context, user_list, order), row),
        "backdrop_path": user_list.backdrop_path,
        "comments": comments,
        "created_by": _author(context.state.data.accounts[user_list.owner]),
        "object_ids": {},
        "public": user_list.public,
        "sort_by": order,
    }


def update(context: RequestContext) -> JSONObject:
    """Update a list. `public` may be a number or a boolean here.

    Raises:
        Refusal: A value is invalid (400, code 18).
    """
    user_list = writable(context, v4_user(context))
    changes: dict[str, object] = {}
    for name, value in context.body.items():
        if name in ("name", "description") and isinstance(value, str) and (value or name == "description"):
            changes[name] = value
        elif name == "public" and isinstance(value, int):
            changes[name] = bool(value)
        elif name == "sort_by" and value in ORDERS:
            changes[name] = value
        elif name in ("name", "description", "public", "sort_by"):
            raise Refusal.invalid_body(f"{name} is not valid")
    if not changes:
        return status_body(TMDBCode.NOTHING_TO_UPDATE)
    for name, value in changes.items():
        setattr(user_list, name, value)
    user_list.updated = context.state.clock.now()
    context.reply.status = 201
    return status_body(TMDBCode.UPDATED)


def delete(context: RequestContext) -> JSONObject:
    """Delete a list."""
    user_list = writable(context, v4_user(context))
    del context.state.data.lists[user_list.id]
    return status_body(TMDBCode.DELETED)


def clear(context: RequestContext) -> JSONObject:
    """Remove all items from a list. TMDB uses a GET request for this, although it changes data."""
    user_list = writable(context, v4_user(context))
    count = len(user_list.items)
    user_list.items.clear()
    user_list.updated = context.state.clock.now()
    return {**status_body(TMDBCode.SUCCESS), "id": user_list.id, "items_deleted": count}


def of_account(context: RequestContext) -> JSONObject:
    """Return the lists of the token's user."""
    user = v4_account(context)
    return page(context, lists_of(context, user), lambda user_list: _row(context, user_list, user))


def _row(context: RequestContext, user_list: UserList, owner: Account) -> JSONObject:
    row = {**list_fields(user_list), **_sums(context, user_list)}
    count = row.pop("item_count")
    return {
        **row,
        "account_object_id": owner.object_id,
        "adult": 0,
        "backdrop_path": user_list.backdrop_path,
        "created_at": format_time(user_list.created),
        "featured": 0,
        "number_of_items": count,
        "public": int(user_list.public),
        "runtime": str(row["runtime"]),
        "sort_by": ORDERS.index(user_list.sort_by) + 1,
        "updated_at": format_time(user_list.updated),
    }


def _sums(context: RequestContext, user_list: UserList) -> JSONObject:
    """Return the total revenue and runtime of a list's movies, and the mean vote average of its titles."""
    titles = titles_of(context, user_list)
    movies = [one for one in titles if isinstance(one, Movie)]
    return {
        "average_rating": round(fmean(one.vote_average for one in titles), 5) if titles else 0.0,
        "revenue": sum(one.revenue for one in movies),
        "runtime": sum(one.runtime for one in movies),
    }


def _author(owner: Account) -> JSONObject:
    return {
        "avatar_path": None,
        "gravatar_hash": gravatar(owner),
        "id": owner.object_id,
        "name": owner.profile.name,
        "username": owner.username,
    }


ROUTES = (
    Route("POST", "/4/list", create, max_age=0),
    Route("GET", _LIST, details, max_age=300),
    Route("PUT", _LIST, update, max_age=0),
    Route("DELETE", _LIST, delete, max_age=0),
    Route("GET", f"{_LIST}/clear", clear, max_age=0),
    Route("GET", "/4/account/{account_object_id}/lists", of_account, max_age=0),
)
