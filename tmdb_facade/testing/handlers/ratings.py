"""What users and guests think of films, series and episodes: ratings, and account states that tell them."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.errors import Refusal, said
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.state import Account, Guest, Mark
from tmdb_facade.testing.state.records import Kind, key_of
from tmdb_facade.testing.wanted import episode_of, season_of
from tmdb_facade.testing.who import mark, rater

LOWEST, HIGHEST, STEP = 0.5, 10.0, 0.5


class Subject(NamedTuple):
    """A film, series or episode that a path leads to."""

    kind: Kind
    id: int

    @property
    def key(self) -> str:
        """Its name in the state."""
        return key_of(self.kind, self.id)


def movie(call: Call) -> Subject:
    """The film of the path."""
    return Subject("movie", call.movie().id)


def show(call: Call) -> Subject:
    """The series of the path."""
    return Subject("tv", call.show().id)


def episode(call: Call) -> Subject:
    """The episode of the path."""
    return Subject("episode", episode_of(call).episode.id)


def rate(call: Call, subject: Subject) -> JSONObject:
    """Rate, or rate anew.

    Raises:
        Refusal: Nobody is there to rate (401, code 3), or the value is none of 0.5, 1.0 to 10.0 (400, code 18).
    """
    by, value = rater(call), _value(call)
    new = Mark(subject.kind, subject.id, call.state.clock.now(), value)
    call.reply.status = 201
    return said(mark(by.ratings, subject.key, new))


def unrate(call: Call, subject: Subject) -> JSONObject:
    """Take a rating back; that there was none is no error."""
    rater(call).ratings.pop(subject.key, None)
    return said(TMDBCode.DELETED)


def states(call: Call, subject: Subject) -> JSONObject:
    """What the user has done with it; episodes can only be rated, and so can anything by a guest.

    Raises:
        Refusal: There is no session (401, code 3).
    """
    by = rater(call)
    rated = rated_by(by, subject)
    if subject.kind == "episode":
        return {"id": subject.id, "rated": rated}
    return {
        "id": subject.id,
        "favorite": isinstance(by, Account) and subject.key in by.favorites,
        "rated": rated,
        "watchlist": isinstance(by, Account) and subject.key in by.watchlist,
    }


def season_states(call: Call) -> JSONObject:
    """The ratings of all episodes of a season."""
    (_, season), by = season_of(call), rater(call)
    return {
        "id": season.id,
        "results": [
            {"id": one.id, "episode_number": one.number, "rated": rated_by(by, Subject("episode", one.id))}
            for one in call.catalogue.episodes[season.id]
        ],
    }


def rated_by(by: Account | Guest, subject: Subject) -> JSONObject | bool:
    """Return a rating as account states write it: `{"value": 8.0}`, or false without one."""
    rating = by.ratings.get(subject.key)
    return False if rating is None else {"value": rating.value}


def _value(call: Call) -> float:
    value = call.body.get("value")
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refusal.not_valid("value must be a number")
    if not LOWEST <= value <= HIGHEST:
        raise Refusal.not_valid(f"value must be from {LOWEST} to {HIGHEST}")
    if value % STEP:
        raise Refusal.not_valid(f"value must be a multiple of {STEP}")
    return float(value)


def _on(find: Callable[[Call], Subject], act: Callable[[Call, Subject], JSONObject]) -> Callable[[Call], JSONObject]:
    return lambda call: act(call, find(call))


_RATED = {
    "/3/movie/{movie_id}": movie,
    "/3/tv/{series_id}": show,
    "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}": episode,
}

ROUTES = (
    *(Route("GET", f"{path}/account_states", _on(find, states), max_age=0) for path, find in _RATED.items()),
    *(Route("POST", f"{path}/rating", _on(find, rate), max_age=0) for path, find in _RATED.items()),
    *(Route("DELETE", f"{path}/rating", _on(find, unrate), max_age=0) for path, find in _RATED.items()),
    Route("GET", "/3/tv/{series_id}/season/{season_number}/account_states", season_states, max_age=0),
)
