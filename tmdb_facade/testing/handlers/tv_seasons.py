"""Seasons: details and all season routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Episode, Season, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows, shared, tv_credits
from .list_rows import crew_rows
from .lookup import found_in, season_of
from .tv_metadata import shared_ids
from .tv_shared import episode_row, guests_of, season_row


def details(context: RequestContext) -> JSONObject:
    """Return a season's details with all episodes."""
    series, season = season_of(context)
    row = season_row(season, context.locale)
    del row["episode_count"]
    return {
        # A legacy object id that TMDB still sends.
        "_id": season.object_id or f"{season.id:024x}",
        **row,
        "episodes": [_episode(context, series, season, episode) for episode in context.catalogue.episodes[season.id]],
        "networks": [list_rows.company(context.catalogue.networks[number]) for number in series.networks],
    }


def changes(context: RequestContext) -> JSONObject:
    """Return the edits of the season with the id in the path, in a range of days.

    Raises:
        Refusal: The season does not exist (404, code 34).
    """
    _, season = found_in(context.catalogue.seasons, context.id("season_id"))
    return shared.changes(context, season.changes)


def external_ids(context: RequestContext) -> JSONObject:
    """Return the season's external ids."""
    _, season = season_of(context)
    return {"id": season.id, **shared_ids(season.external_ids)}


def images(context: RequestContext) -> JSONObject:
    """Return the season's posters."""
    _, season = season_of(context)
    return {"id": season.id, "posters": shared.images(context, season.posters)}


def translations(context: RequestContext) -> JSONObject:
    """Return the names and overviews in every language."""
    _, season = season_of(context)
    return shared.translations(
        context, season.id, season.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def videos(context: RequestContext) -> JSONObject:
    """Return the season's videos."""
    _, season = season_of(context)
    return shared.videos(context, season.id, season.videos)


def watch_providers(context: RequestContext) -> JSONObject:
    """Return the season's watch providers by country."""
    series, season = season_of(context)
    page_path = f"tv/{series.id}-{shared.slug(series.original_name)}/season/{season.number}"
    return shared.watch_providers(context, season.id, page_path, season.watch_providers)


def _episode(context: RequestContext, series: Series, season: Season, episode: Episode) -> JSONObject:
    return {
        **episode_row(series, season, episode, context.locale),
        "crew": crew_rows(context.catalogue, episode.crew),
        "guest_stars": guests_of(context.catalogue, series, episode),
    }


SEASON = "/3/tv/{series_id}/season/{season_number}"

ROUTES = (
    Route("GET", "/3/tv/season/{season_id}/changes", changes, max_age=600),
    Route("GET", SEASON, details, appends=True),
    Route("GET", f"{SEASON}/aggregate_credits", tv_credits.season_aggregate_credits),
    Route("GET", f"{SEASON}/credits", tv_credits.season_credits),
    Route("GET", f"{SEASON}/external_ids", external_ids),
    Route("GET", f"{SEASON}/images", images),
    Route("GET", f"{SEASON}/translations", translations),
    Route("GET", f"{SEASON}/videos", videos),
    Route("GET", f"{SEASON}/watch/providers", watch_providers),
)
