"""v3 accounts: details, favorites, watchlists and ratings of users, and ratings of guests.

The session decides whose account it is. The account id in the path is ignored, as on TMDB.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.credentials import digest
from tmdb_facade.testing.state.records import Account, Kind, Mark, key_of

from .identity import account, guest
from .lookup import media_id
from .ratings_and_marks import mark, marked_route, title, with_rating

_ACCOUNT = "/3/account/{account_id}"
_GUEST = "/3/guest_session/{guest_session_id}"
# The name of each kind in paths.
_KINDS: dict[str, Kind] = {"movies": "movie", "tv": "tv"}
_RATED: dict[str, Kind] = {**_KINDS, "tv/episodes": "episode"}


def details(context: RequestContext) -> JSONObject:
    """Return the user's profile."""
    user = account(context)
    return {
        "avatar": {"gravatar": {"hash": gravatar(user)}, "tmdb": {"avatar_path": None}},
        "id": user.id,
        "iso_639_1": user.profile.language,
        "iso_3166_1": user.profile.country,
        "name": user.profile.name,
        "include_adult": user.profile.include_adult,
        "username": user.username,
    }


def gravatar(user: Account) -> str:
    """Return a Gravatar hash for a user. Gravatar has no image for it."""
    return digest(f"gravatar of {user.username}", 32)


def set_favorite(context: RequestContext) -> JSONObject:
    """Add a title to the favorites, or remove it."""
    return _set(context, account(context).favorites, "favorite")


def set_watchlist(context: RequestContext) -> JSONObject:
    """Add a title to the watchlist, or remove it."""
    return _set(context, account(context).watchlist, "watchlist")


def _set(context: RequestContext, marks: dict[str, Mark], field: str) -> JSONObject:
    kind, is_marked = media_type(context.parameters), _boolean(context, field)
    context.reply.status = 201 if is_marked else 200
    if context.parameters.get("media_id") is None:
        # TMDB answers a success, although there is nothing to mark.
        return status_body(TMDBCode.UPDATED if is_marked else TMDBCode.DELETED)
    number = title(context, kind, media_id(context)).id
    key = key_of(kind, number)
    if not is_marked:
        marks.pop(key, None)
        return status_body(TMDBCode.DELETED)
    return status_body(mark(marks, key, Mark(kind, number, context.state.clock.now())))


def _boolean(context: RequestContext, name: str) -> bool:
    """Return a boolean of the body or the query. TMDB takes every text for true, also `false`, and so probably every number.

    Raises:
        Refusal: It is missing or something else (400, code 18).
    """
    match context.parameters.get(name):
        case bool() as value:
            return value
        case str() | int() | float():
            return True
        case _:
            raise Refusal.invalid_body(f"{name} must be a boolean")


def media_type(body: Mapping[str, object]) -> Literal["movie", "tv"]:
    """Read `media_type` of the parameters, or of an object in a request body.

    Raises:
        Refusal: It is neither `movie` nor `tv` (400, code 18).
    """
    match body.get("media_type"):
        case "movie":
            return "movie"
        case "tv":
            return "tv"
        case _:
            raise Refusal.invalid_body("media_type must be movie or tv")


ROUTES = (
    Route("GET", _ACCOUNT, details, max_age=0),
    Route("POST", f"{_ACCOUNT}/favorite", set_favorite, max_age=0),
    Route("POST", f"{_ACCOUNT}/watchlist", set_watchlist, max_age=0),
    *(
        marked_route(f"{_ACCOUNT}/favorite/{name}", lambda context: account(context).favorites, kind)
        for name, kind in _KINDS.items()
    ),
    *(
        marked_route(f"{_ACCOUNT}/watchlist/{name}", lambda context: account(context).watchlist, kind)
        for name, kind in _KINDS.items()
    ),
    *(
        marked_route(f"{_ACCOUNT}/rated/{name}", lambda context: account(context).ratings, kind, with_rating)
        for name, kind in _RATED.items()
    ),
    *(
        marked_route(f"{_GUEST}/rated/{name}", lambda context: guest(context).ratings, kind, with_rating)
        for name, kind in _RATED.items()
    ),
)

# TMDB does not document this path; many clients request it.
UNDOCUMENTED = (Route("GET", "/3/account", details, max_age=0),)
