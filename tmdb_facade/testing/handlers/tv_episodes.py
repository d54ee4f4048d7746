"""Episodes: the details of one, and what can be appended to them."""

from __future__ import annotations

from tmdb_facade.testing import blocks
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.episodic import crew_of, episode_row, guests_of
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.wanted import episode_of, found_in

from . import tv_credits
from .tv_facts import catalogued


def details(call: Call) -> JSONObject:
    """One episode; other than in lists it does not name its series."""
    show, season, episode = episode_of(call)
    row = episode_row(show, season, episode, call.locale)
    del row["show_id"]
    return {
        **row,
        "crew": crew_of(call.catalogue, episode.crew),
        "guest_stars": guests_of(call.catalogue, show, episode),
    }


def changes(call: Call) -> JSONObject:
    """The edits of a range of days, by the episode's own id.

    Raises:
        Refusal: There is no such episode.
    """
    place = found_in(call.catalogue.episode_places, call.id("episode_id"))
    return blocks.changes(call, place.episode.changes)


def external_ids(call: Call) -> JSONObject:
    """The episode's names elsewhere."""
    episode = episode_of(call).episode
    return {"id": episode.id, "imdb_id": episode.external_ids.imdb, **catalogued(episode.external_ids)}


def images(call: Call) -> JSONObject:
    """The stills of the episode."""
    episode = episode_of(call).episode
    return {"id": episode.id, "stills": blocks.pictures(call, episode.stills)}


def translations(call: Call) -> JSONObject:
    """The names and texts in all languages."""
    episode = episode_of(call).episode
    return blocks.translations(
        call, episode.id, episode.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def videos(call: Call) -> JSONObject:
    """The videos about the episode."""
    episode = episode_of(call).episode
    return blocks.videos(call, episode.id, episode.videos)


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
