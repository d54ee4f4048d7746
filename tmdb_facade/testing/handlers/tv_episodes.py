"""Episodes: details and all episode routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Episode
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import edits, shared, tv_credits
from .lookup import episode_of, found_in, on
from .tv_metadata import shared_ids
from .tv_shared import episode_details, names_and_overviews


def details(context: RequestContext) -> JSONObject:
    """Return an episode's details. Unlike rows in lists, they have no `show_id`."""
    answer = episode_details(context, *episode_of(context))
    del answer["show_id"]
    return answer


def external_ids(context: RequestContext, episode: Episode) -> JSONObject:
    """Return the episode's external ids."""
    return {"id": episode.id, "imdb_id": episode.external_ids.imdb, **shared_ids(episode.external_ids)}


def images(context: RequestContext, episode: Episode) -> JSONObject:
    """Return the episode's stills: those of all languages, unless `include_image_language` names some."""
    return {"id": episode.id, "stills": shared.images(context, episode.stills, any_language=True)}


def _episode(context: RequestContext) -> Episode:
    return episode_of(context).episode


def _episode_by_id(context: RequestContext) -> Episode:
    return found_in(context.catalogue.episodes_by_id, context.id("episode_id")).episode


EPISODE = "/3/tv/{series_id}/season/{season_number}/episode/{episode_number}"

ROUTES = (
    Route("GET", "/3/tv/episode/{episode_id}/changes", on(_episode_by_id, edits.changes), max_age=600),
    Route("GET", EPISODE, details, appends=True, fixed=True),
    Route("GET", f"{EPISODE}/credits", tv_credits.episode_credits),
    Route("GET", f"{EPISODE}/external_ids", on(_episode, external_ids)),
    Route("GET", f"{EPISODE}/images", on(_episode, images)),
    Route("GET", f"{EPISODE}/translations", on(_episode, names_and_overviews)),
    Route("GET", f"{EPISODE}/videos", on(_episode, shared.videos)),
)
