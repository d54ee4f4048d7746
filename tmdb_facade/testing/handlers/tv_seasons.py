"""Seasons: the details of one with its episodes, and what can be appended to them."""

from __future__ import annotations

from tmdb_facade.testing import blocks, mentions
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Episode, Season, Show
from tmdb_facade.testing.episodic import crew_of, episode_row, guests_of, season_row
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.wanted import found_in, season_of

from . import tv_credits
from .tv_facts import catalogued


def details(call: Call) -> JSONObject:
    """One season, with all of its episodes."""
    show, season = season_of(call)
    row = season_row(season, call.locale)
    del row["episode_count"]
    return {
        # A name from the time before the numbers, which TMDB still shows.
        "_id": season.object_id or f"{season.id:024x}",
        **row,
        "episodes": [_episode(call, show, season, episode) for episode in call.catalogue.episodes[season.id]],
        "networks": [mentions.company(call.catalogue.networks[number]) for number in show.networks],
    }


def changes(call: Call) -> JSONObject:
    """The edits of a range of days, by the season's own id.

    Raises:
        Refusal: There is no such season.
    """
    _, season = found_in(call.catalogue.seasons, call.id("season_id"))
    return blocks.changes(call, season.changes)


def external_ids(call: Call) -> JSONObject:
    """The season's names elsewhere."""
    _, season = season_of(call)
    return {"id": season.id, **catalogued(season.external_ids)}


def images(call: Call) -> JSONObject:
    """The posters of the season."""
    _, season = season_of(call)
    return {"id": season.id, "posters": blocks.pictures(call, season.posters)}


def translations(call: Call) -> JSONObject:
    """The names and texts in all languages."""
    _, season = season_of(call)
    return blocks.translations(
        call, season.id, season.translations, lambda text: {"name": text.title, "overview": text.overview}
    )


def videos(call: Call) -> JSONObject:
    """The videos about the season."""
    _, season = season_of(call)
    return blocks.videos(call, season.id, season.videos)


def watch_providers(call: Call) -> JSONObject:
    """Who shows or sells the season, by country."""
    show, season = season_of(call)
    where = f"tv/{show.id}-{blocks.slug(show.original_name)}/season/{season.number}"
    return blocks.offers(call, season.id, where, season.watch_providers)


def _episode(call: Call, show: Show, season: Season, episode: Episode) -> JSONObject:
    return {
        **episode_row(show, season, episode, call.locale),
        "crew": crew_of(call.catalogue, episode.crew),
        "guest_stars": guests_of(call.catalogue, show, episode),
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
