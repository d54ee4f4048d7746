"""TV series: details and all series routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.credits import Aired
from tmdb_facade.testing.catalogue.records import Series
from tmdb_facade.testing.protocol.language import Locale, backdrop_path, poster_path, translation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows, tv_credits, tv_lists, tv_metadata
from .lookup import newest
from .tv_shared import episode_row, last_aired, next_to_air, season_row


def details(context: RequestContext) -> JSONObject:
    """Return a series' details."""
    series, catalogue, locale = context.series(), context.catalogue, context.locale
    text = translation(series, locale)
    seasons = [season for season in series.seasons if season.number]
    return {
        "adult": series.adult,
        "backdrop_path": backdrop_path(series, locale),
        "created_by": _creators(series, catalogue),
        "episode_run_time": series.episode_run_time,
        "first_air_date": series.first_air_date or "",
        "genres": list_rows.genres(catalogue, series.genres, locale),
        "homepage": text.homepage or series.homepage,
        "id": series.id,
        "in_production": series.in_production,
        "languages": series.languages,
        "last_air_date": series.last_air_date,
        "last_episode_to_air": _aired(series, last_aired(series, catalogue), locale),
        "name": text.title or series.original_name,
        "networks": [list_rows.company(catalogue.networks[number]) for number in series.networks],
        "next_episode_to_air": _aired(series, next_to_air(series, catalogue), locale),
        "number_of_episodes": sum(season.episode_count for season in seasons),
        "number_of_seasons": len(seasons),
        "origin_country": series.origin_countries,
        "original_language": series.original_language,
        "original_name": series.original_name,
        "overview": text.overview,
        "popularity": series.popularity,
        "poster_path": poster_path(series, locale),
        "production_companies": [list_rows.company(catalogue.companies[number]) for number in series.companies],
        "production_countries": list_rows.countries(catalogue, series.production_countries),
        "seasons": [season_row(season, locale) for season in series.seasons],
        "softcore": series.softcore,
        "spoken_languages": list_rows.languages(catalogue, series.spoken_languages),
        "status": series.status,
        "tagline": text.tagline,
        "type": series.type,
        "vote_average": series.vote_average,
        "vote_count": series.vote_count,
    }


def latest(context: RequestContext) -> JSONObject:
    """Return the details of the series with the highest id.

    Raises:
        Refusal: The catalogue has no series (404, code 34).
    """
    return details(context._replace(path={"series_id": newest(context.catalogue.series)}))


def _creators(series: Series, catalogue: Catalogue) -> list[JSONObject]:
    made = [(creator, catalogue.people[creator.person]) for creator in series.creators]
    return [
        {
            "credit_id": creator.credit_id,
            "gender": person.gender,
            "id": person.id,
            "name": person.name,
            "original_name": person.original_name or person.name,
            "profile_path": person.profile_path,
        }
        for creator, person in made
    ]


def _aired(series: Series, one: Aired | None, locale: Locale) -> JSONObject | None:
    return None if one is None else episode_row(series, *one, locale)


SERIES = "/3/tv/{series_id}"

ROUTES = (
    *tv_lists.ROUTES,
    Route("GET", "/3/tv/latest", latest, max_age=0),
    Route("GET", SERIES, details, appends=True),
    Route("GET", f"{SERIES}/aggregate_credits", tv_credits.aggregate_credits),
    Route("GET", f"{SERIES}/alternative_titles", tv_metadata.alternative_titles),
    Route("GET", f"{SERIES}/changes", tv_metadata.changes, max_age=600),
    Route("GET", f"{SERIES}/content_ratings", tv_metadata.content_ratings),
    Route("GET", f"{SERIES}/credits", tv_credits.credits),
    Route("GET", f"{SERIES}/episode_groups", tv_metadata.episode_groups),
    Route("GET", f"{SERIES}/external_ids", tv_metadata.external_ids),
    Route("GET", f"{SERIES}/images", tv_metadata.images),
    Route("GET", f"{SERIES}/keywords", tv_metadata.keywords),
    Route("GET", f"{SERIES}/lists", tv_lists.user_lists),
    Route("GET", f"{SERIES}/recommendations", tv_lists.recommendations),
    Route("GET", f"{SERIES}/reviews", tv_metadata.reviews),
    Route("GET", f"{SERIES}/screened_theatrically", tv_metadata.screened_theatrically),
    Route("GET", f"{SERIES}/similar", tv_lists.similar),
    Route("GET", f"{SERIES}/translations", tv_metadata.translations),
    Route("GET", f"{SERIES}/videos", tv_metadata.videos),
    Route("GET", f"{SERIES}/watch/providers", tv_metadata.watch_providers),
)
