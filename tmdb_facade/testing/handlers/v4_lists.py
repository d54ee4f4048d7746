"""Users' lists as v4 knows them: sorted, mixed, private if wanted, and odd in their types.

What details call `public: true` and `sort_by: "title.asc"` are numbers in an account's lists, and the runtime a text.
Private lists are labelled as cacheable by everybody all the same.
"""

from __future__ import annotations

from statistics import fmean

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state import Account, Item, UserList
from tmdb_facade.testing.state.clock import written
from tmdb_facade.testing.state.records import key_of

from .account import gravatar
from .identity import v4_account, v4_user
from .paging import page
from .user_lists import DEFAULT_ORDER, ORDERS, item_row, lists_of, make, ordered, readable, titles_of, writable

_LIST = "/4/list/{list_id}"


def create(context: RequestContext) -> JSONObject:
    """Make a list; it is public unless `public` is the number 0: `false` is not understood here.

    Raises:
        Refusal: There is no user's token (401, code 36), or a value is missing or wrong (400, code 18).
    """
    user, body = v4_user(context), context.body
    name, language, order = body.get("name"), body.get("iso_639_1"), body.get("sort_by", DEFAULT_ORDER)
    complaints: list[str] = []
    if not isinstance(name, str) or not name:
        complaints.append("name must be provided")
    if not isinstance(language, str) or not language:
        complaints.append("iso_639_1 must be provided")
    if order not in ORDERS:
        complaints.append("sort_by is not one that lists know")
    if complaints:
        raise Refusal.not_valid(*complaints)
    facts = {
        "description": context.text("description"),
        "country": context.text("iso_3166_1") or "US",
        "public": not _is_zero(body.get("public")),
        "sort_by": order,
    }
    kept = make(context, user, str(name), str(language), facts)
    context.reply.status = 201
    return {**status_body(TMDBCode.SUCCESS), "id": kept.id}


def _is_zero(value: object) -> bool:
    return not isinstance(value, bool) and value == 0


def details(context: RequestContext) -> JSONObject:
    """A list with a page of its items, in its own order unless another is asked for.

    Raises:
        Refusal: It is private (401, code 39), or the order is not known (400, code 18).
    """
    kept = readable(context, context.user)
    order = context.query.get("sort_by") or kept.sort_by
    if order not in ORDERS:
        raise Refusal.not_valid("sort_by is not one that lists know")
    comments: dict[str, str | None] = {}

    def row(item: Item) -> JSONObject:
        comments[key_of(item.kind, item.id)] = item.comment
        return item_row(context, item)

    shown = page(context, ordered(context, kept, order), row)
    revenue, runtime, average = _sums(context, kept)
    return {
        "average_rating": average,
        "backdrop_path": None,
        "comments": comments,
        "created_by": _author(context.state.data.accounts[kept.owner]),
        "description": kept.description,
        "id": kept.id,
        "iso_3166_1": kept.country,
        "iso_639_1": kept.language,
        "item_count": len(kept.items),
        "name": kept.name,
        "object_ids": {},
        "page": shown["page"],
        "poster_path": None,
        "public": kept.public,
        "results": shown["results"],
        "revenue": revenue,
        "runtime": runtime,
        "sort_by": order,
        "total_pages": shown["total_pages"],
        "total_results": shown["total_results"],
    }


def update(context: RequestContext) -> JSONObject:
    """Change what a list says of itself; `public` may be a number or a boolean here.

    Raises:
        Refusal: A value is wrong (400, code 18).
    """
    kept = writable(context, v4_user(context))
    changes: dict[str, object] = {}
    for name, value in context.body.items():
        if name in ("name", "description") and isinstance(value, str) and (value or name == "description"):
            changes[name] = value
        elif name == "public" and isinstance(value, int):
            changes[name] = bool(value)
        elif name == "sort_by" and value in ORDERS:
            changes[name] = value
        elif name in ("name", "description", "public", "sort_by"):
            raise Refusal.not_valid(f"{name} is not valid")
    if not changes:
        return status_body(TMDBCode.NOTHING_TO_UPDATE)
    for name, value in changes.items():
        setattr(kept, name, value)
    kept.updated = context.state.clock.now()
    return status_body(TMDBCode.UPDATED)


def delete(context: RequestContext) -> JSONObject:
    """Delete a list."""
    kept = writable(context, v4_user(context))
    del context.state.data.lists[kept.id]
    return status_body(TMDBCode.DELETED)


def clear(context: RequestContext) -> JSONObject:
    """Take everything off a list: by GET, which is no safe method here."""
    kept = writable(context, v4_user(context))
    count = len(kept.items)
    kept.items.clear()
    kept.updated = context.state.clock.now()
    return {**status_body(TMDBCode.SUCCESS), "id": kept.id, "items_deleted": count}


def of_account(context: RequestContext) -> JSONObject:
    """The lists of the token's user."""
    user = v4_account(context)
    return page(context, lists_of(context, user), lambda kept: _row(context, kept, user))


def _row(context: RequestContext, kept: UserList, owner: Account) -> JSONObject:
    revenue, runtime, average = _sums(context, kept)
    return {
        "account_object_id": owner.object_id,
        "adult": 0,
        "average_rating": average,
        "backdrop_path": None,
        "created_at": written(kept.created),
        "description": kept.description,
        "featured": 0,
        "id": kept.id,
        "iso_3166_1": kept.country,
        "iso_639_1": kept.language,
        "name": kept.name,
        "number_of_items": len(kept.items),
        "poster_path": None,
        "public": int(kept.public),
        "revenue": revenue,
        "runtime": str(runtime),
        "sort_by": ORDERS.index(kept.sort_by) + 1,
        "updated_at": written(kept.updated),
    }


def _sums(context: RequestContext, kept: UserList) -> tuple[int, int, float]:
    """The revenue and the runtime of the films of a list, and the mean vote of all that is on it."""
    titles = titles_of(context, kept)
    movies = [one for one in titles if isinstance(one, Movie)]
    average = fmean(one.vote_average for one in titles) if titles else 0.0
    return sum(one.revenue for one in movies), sum(one.runtime for one in movies), round(average, 5)


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
