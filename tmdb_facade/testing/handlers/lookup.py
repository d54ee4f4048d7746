"""Look up the record that a request's path names, and the day of its lists."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.episodes import LocatedEpisode
from tmdb_facade.testing.catalogue.odd import INVENTED
from tmdb_facade.testing.catalogue.records import Person, Season, Series
from tmdb_facade.testing.protocol.parameters import missing_parameter
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Handler

K = TypeVar("K")
T = TypeVar("T")


def on(find: Callable[[RequestContext], T], answer: Callable[[RequestContext, T], JSONObject]) -> Handler:
    """Build the handler that looks up a record and builds the answer from it."""
    return lambda context: answer(context, find(context))


def found_in(records: Mapping[K, T], key: K) -> T:
    """Return a record by its id or number.

    Raises:
        Refusal: It does not exist (404, code 34).
    """
    record = records.get(key)
    if record is None:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return record


def season_of(context: RequestContext) -> tuple[Series, Season]:
    """Return the season of the path, with its series.

    Raises:
        Refusal: The series or the season does not exist (404, code 34).
    """
    series = context.series()
    seasons = {season.number: season for season in series.seasons}
    return series, found_in(seasons, context.id("season_number", least=0))


def episode_of(context: RequestContext) -> LocatedEpisode:
    """Return the episode of the path, with its series and season.

    Raises:
        Refusal: The series, the season or the episode does not exist (404, code 34).
    """
    series, season = season_of(context)
    episodes = {episode.number: episode for episode in context.catalogue.episodes[season.id]}
    return LocatedEpisode(series, season, found_in(episodes, context.id("episode_number", least=0)))


def person_of(context: RequestContext) -> Person:
    """Return the person of the path.

    Raises:
        Refusal: The person does not exist (404, code 34).
    """
    return found_in(context.catalogue.people, context.id("person_id"))


def media_id(context: RequestContext) -> int:
    """Return `media_id` of the body or the query, which may be a text of digits.

    Raises:
        Refusal: It is missing (the answer depends on the operation), or is not an integer (400, code 18).
    """
    number = context.parameters.get("media_id")
    if number is None:
        raise missing_parameter(context.operation, "media_id")
    if isinstance(number, str) and number.isascii() and number.isdigit():
        return int(number[:12])
    if not isinstance(number, int) or isinstance(number, bool):
        raise Refusal.invalid_body("media_id must be an integer")
    return number


def newest(numbers: Mapping[int, object]) -> str:
    """Return the highest id, as the text of a path parameter. Ids of invented records do not count.

    Raises:
        Refusal: There are no records (404, code 34).
    """
    if not numbers:
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    return str(max((number for number in numbers if number not in INVENTED), default=max(numbers)))


def today(context: RequestContext) -> date:
    """Return the day of lists such as now playing: the day of the catalogue, else the current one, moved by the clock."""
    return context.state.clock.today(context.catalogue.configuration.day)
