"""Ratings of movies, TV series and episodes, and account states."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import Account, Guest, Kind, Mark, key_of

from .identity import rater
from .lookup import episode_of, on, season_of
from .ratings_and_marks import mark

LOWEST, HIGHEST, STEP = 0.5, 10.0, 0.5


class RatingSubject(NamedTuple):
    """A movie, TV series or episode that can be rated."""

    kind: Kind
    id: int

    @property
    def key(self) -> str:
        """The subject's key in the state."""
        return key_of(self.kind, self.id)


def rate(context: RequestContext, subject: RatingSubject) -> JSONObject:
    """Add or change a rating.

    Raises:
        Refusal: There is no session (401, code 3), or the value is not 0.5 to 10 in steps of 0.5 (400, code 18).
    """
    user, value = rater(context), _value(context)
    new = Mark(subject.kind, subject.id, context.state.clock.now(), value)
    context.reply.status = 201
    return status_body(mark(user.ratings, subject.key, new))


def unrate(context: RequestContext, subject: RatingSubject) -> JSONObject:
    """Delete a rating. A missing rating is not an error."""
    rater(context).ratings.pop(subject.key, None)
    return status_body(TMDBCode.DELETED)


def states(context: RequestContext, subject: RatingSubject) -> JSONObject:
    """Return favorite, rating and watchlist state. Episodes have only a rating, and guests can only rate.

    Raises:
        Refusal: There is no session (401, code 3).
    """
    user = rater(context)
    rated = rated_by(user, subject)
    if subject.kind == "episode":
        return {"id": subject.id, "rated": rated}
    return {
        "id": subject.id,
        "favorite": isinstance(user, Account) and subject.key in user.favorites,
        "rated": rated,
        "watchlist": isinstance(user, Account) and subject.key in user.watchlist,
    }


def season_states(context: RequestContext) -> JSONObject:
    """Return the ratings of a season's episodes."""
    (_, season), user = season_of(context), rater(context)
    return {
        "id": season.id,
        "results": [
            {"id": one.id, "episode_number": one.number, "rated": rated_by(user, RatingSubject("episode", one.id))}
            for one in context.catalogue.episodes[season.id]
        ],
    }


def rated_by(user: Account | Guest, subject: RatingSubject) -> JSONObject | bool:
    """Return a rating as in account states: `{"value": 8.0}`, or false if there is none."""
    rating = user.ratings.get(subject.key)
    return False if rating is None else {"value": rating.value}


def _value(context: RequestContext) -> float:
    value = context.body.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal.invalid_body("value must be a number")
    if not LOWEST <= value <= HIGHEST:
        raise Refusal.invalid_body(f"value must be from {LOWEST} to {HIGHEST}")
    if value % STEP:
        raise Refusal.invalid_body(f"value must be a multiple of {STEP}")
    return float(value)


_RATED: dict[str, Callable[[RequestContext], RatingSubject]] = {
    "/3/movie/{movie_id}": lambda context: RatingSubject("movie", context.movie().id),
    "/3/tv/{series_id}": lambda context: RatingSubject("tv", context.series().id),
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}": (
        lambda context: RatingSubject("episode", episode_of(context).episode.id)
    ),
}

ROUTES = (
    *(Route("GET", f"{path}/account_states", on(find, states), max_age=0) for path, find in _RATED.items()),
    *(Route("POST", f"{path}/rating", on(find, rate), max_age=0) for path, find in _RATED.items()),
    *(Route("DELETE", f"{path}/rating", on(find, unrate), max_age=0) for path, find in _RATED.items()),
    Route("GET", "/3/tv/{series_id}/season/{season_number}/account_states", season_states, max_age=0),
)
