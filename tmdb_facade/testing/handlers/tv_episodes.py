"""Episodes: details and all episode routes."""

from __future__ import annotations

from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import shared, tv_credits
from .list_rows import crew_rows
from .lookup import episode_of, found_in
from .tv_metadata import shared_ids
from .tv_shared import episode_row, guests_of


def details(context: RequestContext) -> JSONObject:
    """Return an episode's details. Unlike rows in lists, they have no `show_id`."""
    series, season, episode = episode_of(context)
    row = episode_row(series, season, episode, context.locale)
    del row["show_id"]
    return {
        **row,
        "crew": crew_rows(context.catalogue, episode.crew),
        "guest_stars": guests_of(context.catalogue, series, episode),
    }


def changes(context: RequestContext) -> JSONObject:
    """Return the edits of the episode with the id in the path, in a range of days.

    Raises:
        Refusal: The episode does not exist (404, code 34).
    """
    located = found_in(context.catalogue.episodes_by_id, context.id("episode_id"))
    return shared.changes(context, located.episode.changes)


def external_ids(context: RequestContext) -> JSONObject:
    """Return the episode's external ids."""
    episode = episode_of(context).episode
    return {"id": episode.id, "imdb_id": episode.external_ids.imdb, **shared_ids(episode.external_ids)}


def images(context: RequestContext) -> JSONObject:
    """Return the episode's stills."""
    episode = episode_of(context).episode
    return {"id": episode.id, "stills": shared.images(context, episode.stills)}


def translations(context: RequestContext) -> JSONObject:
    """Return the names and overviews in every language."""
    episode = episode_of(context).episode
    return shared.translations(
        context, episode.id, episode.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def videos(context: RequestContext) -> JSONObject:
    """Return the episode's videos."""
    episode = episode_of(context).episode
    return shared.videos(context, episode.id, episode.videos)


EPISODE = "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}"

ROUTES = (
    Route("GET", "/3/tv/episode/{episode_id}/changes", changes, max_age=600),
    Route("GET", EPISODE, details, appends=True),
    Route("GET", f"{EPISODE}/credits", tv_credits.episode_credits),
    Route("GET", f"{EPISODE}/external_ids", external_ids),
    Route("GET", f"{EPISODE}/images", images),
    Route("GET", f"{EPISODE}/translations", translations),
    Route("GET", f"{EPISODE}/videos", videos),
)
