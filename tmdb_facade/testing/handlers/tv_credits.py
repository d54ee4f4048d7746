"""Who is in a series, a season or an episode, and who made it; one by one and summed up."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.credits import Aired, credits_of_series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from .lookup import episode_of, season_of
from .tv_shared import aggregate, cast_of, crew_of, guests_of, regulars


def credits(context: RequestContext) -> JSONObject:
    """The series' own roles and jobs, without those of single episodes."""
    series, catalogue = context.series(), context.catalogue
    return {"id": series.id, "cast": cast_of(catalogue, series.cast), "crew": crew_of(catalogue, series.crew)}


def aggregate_credits(context: RequestContext) -> JSONObject:
    """Everybody of all seasons, with the number of episodes; specials do not count."""
    series, catalogue = context.series(), context.catalogue

    def counts(one: Aired) -> bool:
        return one[0].number != 0

    return {"id": series.id, **aggregate(catalogue, credits_of_series(series, catalogue.episodes), counts)}


def season_credits(context: RequestContext) -> JSONObject:
    """The series' own people who are in the season."""
    series, season = season_of(context)
    catalogue = context.catalogue
    return {
        "id": season.id,
        "cast": cast_of(catalogue, regulars(series, season)),
        "crew": crew_of(catalogue, series.crew),
    }


def season_aggregate_credits(context: RequestContext) -> JSONObject:
    """Everybody of the season, with the number of its episodes."""
    series, season = season_of(context)
    catalogue = context.catalogue

    def counts(one: Aired) -> bool:
        return one[0].id == season.id

    return {"id": season.id, **aggregate(catalogue, credits_of_series(series, catalogue.episodes), counts)}


def episode_credits(context: RequestContext) -> JSONObject:
    """The series' own people, the guests, and who made the episode."""
    series, season, episode = episode_of(context)
    catalogue = context.catalogue
    return {
        "id": episode.id,
        "cast": cast_of(catalogue, regulars(series, season)),
        "crew": crew_of(catalogue, episode.crew),
        "guest_stars": guests_of(catalogue, series, episode),
    }
