"""Credits and aggregate credits of series, seasons and episodes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.credits import credits_of_series
from tmdb_facade.testing.catalogue.records import Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from .list_rows import crew_rows
from .lookup import episode_of, season_of
from .tv_shared import aggregate, cast_of, guests_of, regulars


def credits(context: RequestContext, series: Series) -> JSONObject:
    """Return the series' own cast and crew, without those of single episodes."""
    catalogue, locale = context.catalogue, context.locale
    return {
        "id": series.id,
        "cast": cast_of(catalogue, series.cast, locale),
        "crew": crew_rows(catalogue, series.crew, locale),
    }


def aggregate_credits(context: RequestContext, series: Series) -> JSONObject:
    """Return the people of all seasons with their episode counts. Specials do not count."""
    catalogue = context.catalogue
    all_credits = credits_of_series(series, catalogue.episodes)
    return {"id": series.id, **aggregate(catalogue, all_credits, None, context.locale)}


def season_credits(context: RequestContext) -> JSONObject:
    """Return the series' own cast and crew in the season."""
    series, season = season_of(context)
    catalogue, locale = context.catalogue, context.locale
    return {
        "id": season.id,
        "cast": cast_of(catalogue, regulars(series, season), locale),
        "crew": crew_rows(catalogue, series.crew if season.crew is None else season.crew, locale),
    }


def season_aggregate_credits(context: RequestContext) -> JSONObject:
    """Return the people of the season with their episode counts."""
    series, season = season_of(context)
    catalogue = context.catalogue
    all_credits = credits_of_series(series, catalogue.episodes)
    return {"id": season.id, **aggregate(catalogue, all_credits, lambda one: one[0].id == season.id, context.locale)}


def episode_credits(context: RequestContext) -> JSONObject:
    """Return the series' own cast in the season, and the episode's guest stars and crew."""
    series, season, episode = episode_of(context)
    catalogue, locale = context.catalogue, context.locale
    return {
        "id": episode.id,
        "cast": cast_of(catalogue, regulars(series, season), locale),
        "crew": crew_rows(catalogue, episode.crew, locale),
        "guest_stars": guests_of(catalogue, series, episode, locale),
    }
