"""What a request is about: the record that its path names, and the day on which it looks."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import TypeVar

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.episodes import LocatedEpisode
from tmdb_facade.testing.catalogue.records import Person, Season, Series
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import RequestContext

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


def season_of(context: RequestContext) -> tuple[Series, Season]:
    """Return the season of the path, with its series.

    Raises:
        Refusal: There is no such series, or no such season of it.
    """
    series = context.series()
    seasons = {season.number: season for season in series.seasons}
    return series, found_in(seasons, context.id("season_number"))


def episode_of(context: RequestContext) -> LocatedEpisode:
    """Return the episode of the path, with its series and season.

    Raises:
        Refusal: There is no such series, season or episode.
    """
    series, season = season_of(context)
    episodes = {episode.number: episode for episode in context.catalogue.episodes[season.id]}
    return LocatedEpisode(series, season, found_in(episodes, context.id("episode_number")))


def person_of(context: RequestContext) -> Person:
    """Return the person of the path.

    Raises:
        Refusal: There is no such person.
    """
    return found_in(context.catalogue.people, context.id("person_id"))


def newest(numbers: Mapping[int, object]) -> str:
    """Return the id that was given last, as it stands in a path.

    Raises:
        Refusal: There is none (404, code 34).
    """
    if not numbers:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return str(max(numbers))


def today(context: RequestContext) -> date:
    """Return the day on which lists of what is on look: the catalogue's, or the real one."""
    return context.catalogue.configuration.day or datetime.now(UTC).date()
