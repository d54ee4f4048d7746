"""What a request is about: the record that its path names, and the day on which it looks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from tmdb_facade.errors import TMDBCode

from .call import Call
from .catalogue.episodes import Place
from .catalogue.records import Person, Season, Show
from .errors import Refusal

K = TypeVar("K")
T = TypeVar("T")


def found_in(records: Mapping[K, T], key: K) -> T:
    """Return a record by its id or number.

    Raises:
        Refusal: There is none (404, code 34).
    """
    record = records.get(key)
    if record is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return record


def season_of(call: Call) -> tuple[Show, Season]:
    """Return the season of the path, with its series.

    Raises:
        Refusal: There is no such series, or no such season of it.
    """
    show = call.show()
    seasons = {season.number: season for season in show.seasons}
    return show, found_in(seasons, call.id("season_number"))


def episode_of(call: Call) -> Place:
    """Return the episode of the path, with its series and season.

    Raises:
        Refusal: There is no such series, season or episode.
    """
    show, season = season_of(call)
    episodes = {episode.number: episode for episode in call.catalogue.episodes[season.id]}
    return Place(show, season, found_in(episodes, call.id("episode_number")))


def person_of(call: Call) -> Person:
    """Return the person of the path.

    Raises:
        Refusal: There is no such person.
    """
    return found_in(call.catalogue.people, call.id("person_id"))


def newest(numbers: Mapping[int, object]) -> str:
    """Return the id that was given last, as it stands in a path.

    Raises:
        Refusal: There is none (404, code 34).
    """
    if not numbers:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return str(max(numbers))


def today(call: Call) -> date:
    """Return the day on which lists of what is on look: the catalogue's, or the real one."""
    return call.catalogue.configuration.day or datetime.now(UTC).date()
