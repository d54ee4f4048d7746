"""Find titles and people by their id on another site."""

from __future__ import annotations

from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing.catalogue.records import Episode, Movie, Person, Season, Series
from tmdb_facade.testing.protocol.refusals import Refusal
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import listed_person_row, mixed_row
from .tv_shared import episode_row, season_row

SOURCES = ("imdb_id", "facebook_id", "instagram_id", "tvdb_id", "tiktok_id", "twitter_id", "wikidata_id", "youtube_id")
# TMDB no longer documents them; programs still use them.
OLD_SOURCES = ("tvrage_id", "freebase_id", "freebase_mid")


def by_id(context: RequestContext) -> JSONObject:
    """Return the movies, people, TV series, episodes and seasons with an external id, each kind in its own list.

    Raises:
        Refusal: `external_source` is missing or unknown (404, code 34).
    """
    return _found(context, context.path["external_id"])


def by_freebase_id(context: RequestContext) -> JSONObject:
    """Do the same for an id with a slash, such as `/en/game_of_thrones`."""
    return _found(context, f"/{context.path['namespace']}/{context.path['external_id']}")


def _found(context: RequestContext, external_id: str) -> JSONObject:
    source = context.text("external_source")
    if source not in (*SOURCES, *OLD_SOURCES):
        raise Refusal.of(TMDBCode.RESOURCE_NOT_FOUND)
    catalogue, locale = context.catalogue, context.locale

    def matches(record: Movie | Series | Person | Season | Episode) -> bool:
        if source == "freebase_mid":
            return False  # TMDB still accepts it, but finds nothing.
        value = getattr(record.external_ids, source.removesuffix("_id"))
        if source == "imdb_id" and isinstance(record, Movie | Series | Person):
            value = record.imdb_id
        return value is not None and str(value) == external_id

    return {
        "movie_results": [mixed_row(one, catalogue, locale) for one in filter(matches, catalogue.movies.values())],
        "person_results": [
            {**listed_person_row(one, catalogue, locale), "media_type": "person"}
            for one in filter(matches, catalogue.people.values())
        ],
        "tv_results": [mixed_row(one, catalogue, locale) for one in filter(matches, catalogue.series.values())],
        "tv_episode_results": [
            {**episode_row(catalogue, *located, locale), "media_type": "tv_episode"}
            for located in catalogue.episodes_by_id.values()
            if matches(located.episode)
        ],
        "tv_season_results": [
            {**season_row(catalogue, series, season, locale), "media_type": "tv_season", "show_id": series.id}
            for series, season in catalogue.seasons.values()
            if matches(season)
        ],
    }


ROUTES = (Route("GET", "/3/find/{external_id}", by_id),)
UNDOCUMENTED = (Route("GET", "/3/find/{namespace}/{external_id}", by_freebase_id),)
