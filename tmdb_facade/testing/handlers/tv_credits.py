"""Credits and aggregate credits of series, seasons and episodes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.credits import Aired, credits_of_series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from .list_rows import crew_rows
from .lookup import episode_of, season_of
from .tv_shared import aggregate, cast_of, guests_of, regulars


def credits(context: RequestContext) -> JSONObject:
    """Return the series' own cast and crew, without those of single episodes."""
    series, catalogue = context.series(), context.catalogue
    return {"id": series.id, "cast": cast_of(catalogue, series.cast), "crew": crew_rows(catalogue, series.crew)}


def aggregate_credits(context: RequestContext) -> JSONObject:
    """Return the people of all seasons with their episode counts. Specials do not count."""
    series, catalogue = context.series(), context.catalogue

    def counts(one: Aired) -> bool:
        return one[0].number != 0

    return {"id": series.id, **aggregate(catalogue, credits_of_series(series, catalogue.episodes), counts)}


def season_credits(context: RequestContext) -> JSONObject:
    """Return the series' own cast and crew in the season."""
    series, season = season_of(context)
    catalogue = context.catalogue
    return {
        "id": season.id,
        "cast": cast_of(catalogue, regulars(series, season)),
        "crew": crew_rows(catalogue, series.crew),
    }


def season_aggregate_credits(context: RequestContext) -> JSONObject:
    """Return the people of the season with their episode counts."""
    series, season = season_of(context)
    catalogue = context.catalogue

    def counts(one: Aired) -> bool:
        return one[0].id == season.id

    return {"id": season.id, **aggregate(catalogue, credits_of_series(series, catalogue.episodes), counts)}


def episode_credits(context: RequestContext) -> JSONObject:
    """Return the series' own cast in the season, and the episode's guest stars and crew."""
    series, season, episode = episode_of(context)
    catalogue = context.catalogue
    return {
        "id": episode.id,
        "cast": cast_of(catalogue, regulars(series, season)),
        "crew": crew_rows(catalogue, episode.crew),
        "guest_stars": guests_of(catalogue, series, episode),
    }
