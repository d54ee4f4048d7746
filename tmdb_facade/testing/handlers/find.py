"""Titles and people by their id on another site."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Episode, ExternalIds, Movie, Person, Season, Series
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import listed_person_row, mixed_row
from .tv_shared import episode_row, season_row

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


def by_id(context: RequestContext) -> JSONObject:
    """Everything of that name: films, people, series, episodes and seasons, each in a list of its own.

    Raises:
        Refusal: The source is none of those that there are (422, code 5).
    """
    source = context.query.get("external_source", "")
    read = SOURCES.get(source)
    if read is None:
        raise Refusal.of(TMDBCode.INVALID_PARAMETERS)
    wanted = context.path["external_id"]
    catalogue, locale = context.catalogue, context.locale

    def has_it(record: Movie | Series | Person | Season | Episode) -> bool:
        named = read(record.external_ids)
        if source == "imdb_id" and isinstance(record, Movie | Series | Person):
            named = record.imdb_id
        return named is not None and str(named) == wanted

    return {
        "movie_results": [mixed_row(one, catalogue, locale) for one in filter(has_it, catalogue.movies.values())],
        "person_results": [
            {**listed_person_row(one, catalogue, locale), "media_type": "person"}
            for one in filter(has_it, catalogue.people.values())
        ],
        "tv_results": [mixed_row(one, catalogue, locale) for one in filter(has_it, catalogue.series.values())],
        "tv_episode_results": [
            {**episode_row(place.series, place.season, place.episode, locale), "media_type": "tv_episode"}
            for place in catalogue.episodes_by_id.values()
            if has_it(place.episode)
        ],
        "tv_season_results": [
            {**season_row(season, locale), "media_type": "tv_season", "show_id": series.id}
            for series, season in catalogue.seasons.values()
            if has_it(season)
        ],
    }


ROUTES = (Route("GET", "/3/find/{external_id}", by_id),)
