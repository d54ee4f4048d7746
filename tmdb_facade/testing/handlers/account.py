"""v3: what a user is, likes, wants to watch and has rated, and what a guest has rated.

The session says whose it is; the account id in the path does not matter, as on TMDB.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Literal

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state import Account, Guest, Mark
from tmdb_facade.testing.state.credentials import digest
from tmdb_facade.testing.state.records import Kind, key_of

from .identity import account, guest
from .ratings_and_marks import mark, marked_page, title, with_rating

_ACCOUNT = "/3/account/{account_id}"
_GUEST = "/3/guest_session/{guest_session_id}"
# The name of each kind in paths.
_KINDS: dict[str, Kind] = {"movies": "movie", "tv": "tv"}
_RATED: dict[str, Kind] = {**_KINDS, "tv/episodes": "episode"}


def details(context: RequestContext) -> JSONObject:
    """The user."""
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
    """The hash of the user's picture on Gravatar, where there is none."""
    return digest(f"gravatar of {user.username}", 32)


def set_favorite(context: RequestContext) -> JSONObject:
    """Like something, or like it no more."""
    return _set(context, account(context).favorites, "favorite")


def set_watchlist(context: RequestContext) -> JSONObject:
    """Want to watch something, or no more."""
    return _set(context, account(context).watchlist, "watchlist")


def _set(context: RequestContext, marks: dict[str, Mark], field: str) -> JSONObject:
    kind, number, wanted = media_type(context.body), context.body.get("media_id"), context.body.get(field)
    if not isinstance(number, int) or isinstance(number, bool):
        raise Refusal.not_valid("media_id must be an integer")
    if not isinstance(wanted, bool):
        raise Refusal.not_valid(f"{field} must be a boolean")
    key = key_of(kind, title(context, kind, number).id)
    if not wanted:
        marks.pop(key, None)
        return status_body(TMDBCode.DELETED)
    context.reply.status = 201
    return status_body(mark(marks, key, Mark(kind, number, context.state.clock.now())))


def media_type(body: Mapping[str, object]) -> Literal["movie", "tv"]:
    """Read the kind of what an object of a body names.

    Raises:
        Refusal: It is none of `movie` and `tv` (400, code 18).
    """
    match body.get("media_type"):
        case "movie":
            return "movie"
        case "tv":
            return "tv"
        case _:
            raise Refusal.not_valid("media_type must be movie or tv")


def _favorites(kind: Kind) -> Callable[[RequestContext], JSONObject]:
    return lambda context: marked_page(context, account(context).favorites, kind)


def _watchlist(kind: Kind) -> Callable[[RequestContext], JSONObject]:
    return lambda context: marked_page(context, account(context).watchlist, kind)


def _rated(who: Callable[[RequestContext], Account | Guest], kind: Kind) -> Callable[[RequestContext], JSONObject]:
    return lambda context: marked_page(context, who(context).ratings, kind, with_rating)


ROUTES = (
    Route("GET", _ACCOUNT, details, max_age=0),
    Route("POST", f"{_ACCOUNT}/favorite", set_favorite, max_age=0),
    Route("POST", f"{_ACCOUNT}/watchlist", set_watchlist, max_age=0),
    *(Route("GET", f"{_ACCOUNT}/favorite/{name}", _favorites(kind), max_age=0) for name, kind in _KINDS.items()),
    *(Route("GET", f"{_ACCOUNT}/watchlist/{name}", _watchlist(kind), max_age=0) for name, kind in _KINDS.items()),
    *(Route("GET", f"{_ACCOUNT}/rated/{name}", _rated(account, kind), max_age=0) for name, kind in _RATED.items()),
    *(Route("GET", f"{_GUEST}/rated/{name}", _rated(guest, kind), max_age=0) for name, kind in _RATED.items()),
)

# In no document, and what many clients ask for.
UNDOCUMENTED = (Route("GET", "/3/account", details, max_age=0),)
