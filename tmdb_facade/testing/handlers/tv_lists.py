"""Lists of series: popular, best, on the air, and those that are near to one."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.records import Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import shared
from .list_rows import series_row
from .lookup import today
from .movie_lists import ENOUGH_VOTES
from .paging import page

# "On the air" is a week from today.
WEEK = timedelta(days=7)


def popular(context: RequestContext) -> JSONObject:
    """All series, most popular first."""
    return _listed(context, _shows(context))


def top_rated(context: RequestContext) -> JSONObject:
    """The series with the best votes."""
    found = [series for series in _shows(context) if series.vote_count >= ENOUGH_VOTES]
    return _listed(context, sorted(found, key=lambda series: -series.vote_average))


def airing_today(context: RequestContext) -> JSONObject:
    """Series with an episode of today.

    Raises:
        Refusal: There is no such time zone (400, code 28).
    """
    context.check_timezone()
    day = today(context)
    return _listed(context, [series for series in _shows(context) if airs_within(context.catalogue, series, day, day)])


def on_the_air(context: RequestContext) -> JSONObject:
    """Series with an episode in the next seven days.

    Raises:
        Refusal: There is no such time zone (400, code 28).
    """
    context.check_timezone()
    day = today(context)
    return _listed(
        context, [series for series in _shows(context) if airs_within(context.catalogue, series, day, day + WEEK)]
    )


def similar(context: RequestContext) -> JSONObject:
    """Series that share genres and keywords with it, the closest first."""
    return _listed(context, _nearest(context, _in_common))


def recommendations(context: RequestContext) -> JSONObject:
    """Series that people who liked it may like: by the same people, of the same kind."""
    locale = context.locale
    return page(context, _nearest(context, _kinship), lambda series: {**series_row(series, locale), "media_type": "tv"})


def user_lists(context: RequestContext) -> JSONObject:
    """The lists of users that hold it."""
    return shared.user_lists(context, "tv", context.series().id)


def airs_within(catalogue: Catalogue, series: Series, first: date | None, last: date | None) -> bool:
    """Whether an episode of the series is of one of the days; an end that is None is open."""
    return any(
        episode.air_date and (first is None or first <= episode.air_date) and (last is None or episode.air_date <= last)
        for season in series.seasons
        for episode in catalogue.episodes[season.id]
    )


def _shows(context: RequestContext) -> list[Series]:
    return [series for series in context.catalogue.series.values() if not series.adult]


def _listed(context: RequestContext, found: list[Series]) -> JSONObject:
    locale = context.locale
    return page(context, found, lambda series: series_row(series, locale))


def _nearest(context: RequestContext, nearness: Callable[[Series, Series], int]) -> list[Series]:
    series = context.series()
    near = [(nearness(series, other), other) for other in _shows(context) if other.id != series.id]
    # The catalogue's order is by popularity, and sorting keeps it among equals.
    return [other for score, other in sorted(near, key=lambda entry: -entry[0]) if score > 0]


def _in_common(one: Series, other: Series) -> int:
    return len({*one.genres} & {*other.genres}) + 2 * len({*one.keywords} & {*other.keywords})


def _kinship(one: Series, other: Series) -> int:
    same_network = bool({*one.networks} & {*other.networks})
    return 2 * same_network + 3 * len(_people(one) & _people(other)) + _in_common(one, other)


def _people(series: Series) -> set[int]:
    creators = {creator.person for creator in series.creators}
    return {credit.person for credit in series.credits} | creators


ROUTES = (
    Route("GET", "/3/tv/airing_today", airing_today),
    Route("GET", "/3/tv/on_the_air", on_the_air),
    Route("GET", "/3/tv/popular", popular),
    Route("GET", "/3/tv/top_rated", top_rated),
)
