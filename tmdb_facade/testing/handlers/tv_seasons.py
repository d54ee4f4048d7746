"""Seasons: the details of one with its episodes, and what can be appended to them."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Episode, Season, Series
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows, shared, tv_credits
from .lookup import found_in, season_of
from .tv_metadata import catalogued
from .tv_shared import crew_of, episode_row, guests_of, season_row


def details(context: RequestContext) -> JSONObject:
    """One season, with all of its episodes."""
    series, season = season_of(context)
    row = season_row(season, context.locale)
    del row["episode_count"]
    return {
        # A name from the time before the numbers, which TMDB still shows.
        "_id": season.object_id or f"{season.id:024x}",
        **row,
        "episodes": [_episode(context, series, season, episode) for episode in context.catalogue.episodes[season.id]],
        "networks": [list_rows.company(context.catalogue.networks[number]) for number in series.networks],
    }


def changes(context: RequestContext) -> JSONObject:
    """The edits of a range of days, by the season's own id.

    Raises:
        Refusal: There is no such season.
    """
    _, season = found_in(context.catalogue.seasons, context.id("season_id"))
    return shared.changes(context, season.changes)


def external_ids(context: RequestContext) -> JSONObject:
    """The season's names elsewhere."""
    _, season = season_of(context)
    return {"id": season.id, **catalogued(season.external_ids)}


def images(context: RequestContext) -> JSONObject:
    """The posters of the season."""
    _, season = season_of(context)
    return {"id": season.id, "posters": shared.images(context, season.posters)}


def translations(context: RequestContext) -> JSONObject:
    """The names and texts in all languages."""
    _, season = season_of(context)
    return shared.translations(
        context, season.id, season.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def videos(context: RequestContext) -> JSONObject:
    """The videos about the season."""
    _, season = season_of(context)
    return shared.videos(context, season.id, season.videos)


def watch_providers(context: RequestContext) -> JSONObject:
    """Who shows or sells the season, by country."""
    series, season = season_of(context)
    where = f"tv/{series.id}-{shared.slug(series.original_name)}/season/{season.number}"
    return shared.offers(context, season.id, where, season.watch_providers)


def _episode(context: RequestContext, series: Series, season: Season, episode: Episode) -> JSONObject:
    return {
        **episode_row(series, season, episode, context.locale),
        "crew": crew_of(context.catalogue, episode.crew),
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
