"""TV lists: popular, top rated, airing today and on the air."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from tmdb_facade.testing.catalogue.records import Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import series_row
from .lookup import today
from .movie_lists import MINIMUM_VOTES
from .paging import page

# "On the air" is the seven days from today.
WEEK = timedelta(days=7)


def popular(context: RequestContext) -> JSONObject:
    """Return all series, most popular first."""
    return _listed(context, _all_series(context))


def top_rated(context: RequestContext) -> JSONObject:
    """Return the series with enough votes, best vote average first."""
    records = [series for series in _all_series(context) if series.vote_count >= MINIMUM_VOTES]
    return _listed(context, sorted(records, key=lambda series: -series.vote_average))


def airing_today(context: RequestContext) -> JSONObject:
    """Return the series with an episode today.

    Raises:
        Refusal: The time zone is unknown (400, code 28).
    """
    return _airing(context, timedelta())


def on_the_air(context: RequestContext) -> JSONObject:
    """Return the series with an episode in the next seven days.

    Raises:
        Refusal: The time zone is unknown (400, code 28).
    """
    return _airing(context, WEEK)


def _airing(context: RequestContext, span: timedelta) -> JSONObject:
    context.check_timezone()
    first = today(context)
    last = first + span
    on_air = [one for one in _all_series(context) if any(first <= day <= last for day in air_days(one))]
    return _listed(context, on_air)


def air_days(series: Series) -> Iterator[date]:
    """Yield the days on which a series has episodes: those of known episodes, and the first days of its seasons."""
    days = [series.first_air_date, series.last_air_date]
    for season in series.seasons:
        days += [season.air_date, *(episode.air_date for episode in season.episodes)]
    yield from (day for day in days if day)


def _all_series(context: RequestContext) -> list[Series]:
    return [series for series in context.catalogue.series.values() if not series.adult]


def _listed(context: RequestContext, records: list[Series]) -> JSONObject:
    locale = context.locale
    return page(context, records, lambda series: series_row(series, locale))


ROUTES = (
    Route("GET", "/3/tv/airing_today", airing_today),
    Route("GET", "/3/tv/on_the_air", on_the_air),
    Route("GET", "/3/tv/popular", popular),
    Route("GET", "/3/tv/top_rated", top_rated),
)
