"""Titles and people by their id on another site."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Episode, ExternalIds, Movie, Person, Season, Show
from tmdb_facade.testing.episodic import episode_row, season_row
from tmdb_facade.testing.errors import Refusal
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import listed_person_row, mixed_row

SOURCES: dict[str, Callable[[ExternalIds], object]] = {
    "imdb_id": lambda ids: ids.imdb,
    "facebook_id": lambda ids: ids.facebook,
    "instagram_id": lambda ids: ids.instagram,
    "tvdb_id": lambda ids: ids.tvdb,
    "tiktok_id": lambda ids: ids.tiktok,
    "twitter_id": lambda ids: ids.twitter,
    "wikidata_id": lambda ids: ids.wikidata,
    "youtube_id": lambda ids: ids.youtube,
}


def by_id(call: Call) -> JSONObject:
    """Everything of that name: films, people, series, episodes and seasons, each in a list of its own.

    Raises:
        Refusal: The source is none of those that there are (422, code 5).
    """
    source = call.query.get("external_source", "")
    read = SOURCES.get(source)
    if read is None:
        raise Refusal.of(TMDBCode.INVALID_PARAMETERS)
    wanted = call.path["external_id"]
    catalogue, locale = call.catalogue, call.locale

    def has_it(record: Movie | Show | Person | Season | Episode) -> bool:
        named = read(record.external_ids)
        if source == "imdb_id" and isinstance(record, Movie | Show | Person):
            named = record.imdb_id
        return named is not None and str(named) == wanted

    return {
        "movie_results": [mixed_row(one, catalogue, locale) for one in filter(has_it, catalogue.movies.values())],
        "person_results": [
            {**listed_person_row(one, catalogue, locale), "media_type": "person"}
            for one in filter(has_it, catalogue.people.values())
        ],
        "tv_results": [mixed_row(one, catalogue, locale) for one in filter(has_it, catalogue.shows.values())],
        "tv_episode_results": [
            {**episode_row(place.show, place.season, place.episode, locale), "media_type": "tv_episode"}
            for place in catalogue.episode_places.values()
            if has_it(place.episode)
        ],
        "tv_season_results": [
            {**season_row(season, locale), "media_type": "tv_season", "show_id": show.id}
            for show, season in catalogue.seasons.values()
            if has_it(season)
        ],
    }


ROUTES = (Route("GET", "/3/find/{external_id}", by_id),)
