"""Seasons: details and all season routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Season
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import edits, list_rows, shared, tv_credits
from .lookup import found_in, on, season_of
from .tv_metadata import shared_ids
from .tv_shared import episode_details, names_and_overviews, season_row


def details(context: RequestContext) -> JSONObject:
    """Return a season's details with all episodes."""
    series, season = season_of(context)
    row = season_row(context.catalogue, series, season, context.locale)
    del row["episode_count"]
    return {
        # A legacy object id that TMDB still sends.
        "_id": season.object_id or f"{season.id:024x}",
        **row,
        "episodes": [episode_details(context, series, season, one) for one in context.catalogue.episodes[season.id]],
        "networks": [list_rows.company(context.catalogue.networks[number]) for number in series.networks],
    }


def external_ids(context: RequestContext, season: Season) -> JSONObject:
    """Return the season's external ids."""
    return {"id": season.id, **shared_ids(season.external_ids)}


def images(context: RequestContext, season: Season) -> JSONObject:
    """Return the season's posters."""
    return {"id": season.id, "posters": shared.images(context, season.posters)}


def watch_providers(context: RequestContext) -> JSONObject:
    """Return the season's watch providers by country. Their links lead to the page of the series."""
    series, season = season_of(context)
    return shared.watch_providers(context, season.id, shared.title_page(series), season.watch_providers)


def _season(context: RequestContext) -> Season:
    return season_of(context)[1]


def _season_by_id(context: RequestContext) -> Season:
    return found_in(context.catalogue.seasons, context.id("season_id"))[1]


SEASON = "/3/tv/{series_id}/season/{season_number}"

ROUTES = (
    Route("GET", "/3/tv/season/{season_id}/changes", on(_season_by_id, edits.changes), max_age=600),
    Route("GET", SEASON, details, appends=True, fixed=True),
    Route("GET", f"{SEASON}/aggregate_credits", tv_credits.season_aggregate_credits),
    Route("GET", f"{SEASON}/credits", tv_credits.season_credits),
    Route("GET", f"{SEASON}/external_ids", on(_season, external_ids)),
    Route("GET", f"{SEASON}/images", on(_season, images)),
    Route("GET", f"{SEASON}/translations", on(_season, names_and_overviews)),
    Route("GET", f"{SEASON}/videos", on(_season, shared.videos)),
    Route("GET", f"{SEASON}/watch/providers", watch_providers),
)
