"""Ratings of movies, TV series and episodes, and account states."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import NamedTuple, TypeAlias

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.protocol.parameters import missing_parameter
from tmdb_facade.testing.protocol.refusals import Refusal, status_body
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route
from tmdb_facade.testing.state.records import Account, Guest, Kind, Mark, key_of

from .identity import rater
from .lookup import episode_of, season_of
from .ratings_and_marks import mark

HIGHEST, STEP = 10.0, 0.5

# The number at the start of a text, short enough to be finite.
_NUMBER = re.compile(r"\s*[+-]?\d{1,9}(\.\d{1,9})?", re.ASCII)


class RatingSubject(NamedTuple):
    """A movie, TV series or episode that can be rated."""

    kind: Kind
    id: int

    @property
    def key(self) -> str:
        """The subject's key in the state."""
        return key_of(self.kind, self.id)


Find: TypeAlias = Callable[[RequestContext], RatingSubject]


def rate(find: Find, context: RequestContext) -> JSONObject:
    """Add or change a rating. The session and the value are validated before the title.

    Raises:
        Refusal: There is no session (401, code 3), the value is missing (400, code 5), or is not 0.5 to 10 in steps of 0.5
            (400, code 18).
    """
    user, value = rater(context), _value(context)
    subject = find(context)
    if isinstance(user, Guest):
        user.has_rated = True
    new = Mark(subject.kind, subject.id, context.state.clock.now(), value)
    context.reply.status = 201
    return status_body(mark(user.ratings, subject.key, new))


def unrate(find: Find, context: RequestContext) -> JSONObject:
    """Delete a rating. A missing rating is not an error."""
    user = rater(context)
    user.ratings.pop(find(context).key, None)
    return status_body(TMDBCode.DELETED)


def states(find: Find, context: RequestContext) -> JSONObject:
    """Return favorite, rating and watchlist state. Episodes have only a rating, and guests can only rate.

    The session is validated before the title.

    Raises:
        Refusal: There is no session (401, code 3).
    """
    user = rater(context)
    subject = find(context)
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
    """Return the ratings of a season's episodes. The session is validated before the season."""
    user, (_, season) = rater(context), season_of(context)
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
    value = context.parameters.get("value")
    if value is None:
        raise missing_parameter(context.operation, "value")
    number = _number(value)
    if number <= 0:
        raise _invalid("value_too_low")
    if number > HIGHEST:
        raise _invalid("value_too_high")
    if number % STEP:
        raise _invalid("value_not_a_step")
    return number


def _number(value: object) -> float:
    """Return a number, or the number with which a text begins; else 0."""
    match value:
        case bool():
            return 0.0
        case int() | float():
            return float(value)
        case str():
            return float((_NUMBER.match(value) or [0])[0])
        case _:
            return 0.0


def _invalid(message: str) -> Refusal:
    return Refusal.of(TMDBCode.VALIDATION_FAILED, message=message)


_RATED: dict[str, Find] = {
    "/3/movie/{movie_id}": lambda context: RatingSubject("movie", context.movie().id),
    "/3/tv/{series_id}": lambda context: RatingSubject("tv", context.series().id),
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}": (
        lambda context: RatingSubject("episode", episode_of(context).episode.id)
    ),
}

ROUTES = (
    *(Route("GET", f"{path}/account_states", partial(states, find), max_age=0) for path, find in _RATED.items()),
    *(Route("POST", f"{path}/rating", partial(rate, find), max_age=0) for path, find in _RATED.items()),
    *(Route("DELETE", f"{path}/rating", partial(unrate, find), max_age=0) for path, find in _RATED.items()),
    Route("GET", "/3/tv/{series_id}/season/{season_number}/account_states", season_states, max_age=0),
)
