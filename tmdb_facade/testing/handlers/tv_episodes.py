"""Episodes: the details of one, and what can be appended to them."""

from __future__ import annotations

from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import shared, tv_credits
from .lookup import episode_of, found_in
from .tv_metadata import catalogued
from .tv_shared import crew_of, episode_row, guests_of


def details(context: RequestContext) -> JSONObject:
    """One episode; other than in lists it does not name its series."""
    series, season, episode = episode_of(context)
    row = episode_row(series, season, episode, context.locale)
    del row["show_id"]
    return {
        **row,
        "crew": crew_of(context.catalogue, episode.crew),
        "guest_stars": guests_of(context.catalogue, series, episode),
    }


def changes(context: RequestContext) -> JSONObject:
    """The edits of a range of days, by the episode's own id.

    Raises:
        Refusal: There is no such episode.
    """
    place = found_in(context.catalogue.episodes_by_id, context.id("episode_id"))
    return shared.changes(context, place.episode.changes)


def external_ids(context: RequestContext) -> JSONObject:
    """The episode's names elsewhere."""
    episode = episode_of(context).episode
    return {"id": episode.id, "imdb_id": episode.external_ids.imdb, **catalogued(episode.external_ids)}


def images(context: RequestContext) -> JSONObject:
    """The stills of the episode."""
    episode = episode_of(context).episode
    return {"id": episode.id, "stills": shared.images(context, episode.stills)}


def translations(context: RequestContext) -> JSONObject:
    """The names and texts in all languages."""
    episode = episode_of(context).episode
    return shared.translations(
        context, episode.id, episode.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def videos(context: RequestContext) -> JSONObject:
    """The videos about the episode."""
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
