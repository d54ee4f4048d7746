"""TV series: details and all series routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.credits import Aired
from tmdb_facade.testing.catalogue.records import Series
from tmdb_facade.testing.protocol.language import Locale, person_name
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import edits, list_rows, relations, shared, tv_credits, tv_lists, tv_metadata
from .lookup import newest, on
from .tv_shared import episode_row, last_aired, next_to_air, season_row


def details(context: RequestContext) -> JSONObject:
    """Return a series' details."""
    series, catalogue, locale = context.series(), context.catalogue, context.locale
    seasons = [season for season in series.seasons if season.number]
    return {
        **list_rows.title_details(series, catalogue, locale),
        **list_rows.fields(series, "episode_run_time", "in_production", "languages", "last_air_date", "type"),
        "created_by": _creators(series, catalogue, locale),
        "last_episode_to_air": _aired(catalogue, series, last_aired(series, catalogue), locale),
        "networks": [list_rows.company(catalogue.networks[number]) for number in series.networks],
        "next_episode_to_air": _aired(catalogue, series, next_to_air(series, catalogue), locale),
        "number_of_episodes": sum(season.episode_count for season in seasons),
        "number_of_seasons": len(seasons),
        "seasons": [season_row(catalogue, series, season, locale) for season in series.seasons],
    }


def latest(context: RequestContext) -> JSONObject:
    """Return the details of the series with the highest id.

    Raises:
        Refusal: The catalogue has no series (404, code 34).
    """
    return details(context._replace(path={"series_id": newest(context.catalogue.series)}))


def _creators(series: Series, catalogue: Catalogue, locale: Locale) -> list[JSONObject]:
    made = [(creator, catalogue.people[creator.person]) for creator in series.creators]
    return [
        {
            **list_rows.fields(person, "gender", "id", "profile_path"),
            "credit_id": creator.credit_id,
            "name": person_name(person, locale),
            "original_name": person.original_name or person.name,
        }
        for creator, person in made
    ]


def _aired(catalogue: Catalogue, series: Series, one: Aired | None, locale: Locale) -> JSONObject | None:
    return None if one is None else episode_row(catalogue, series, *one, locale)


SERIES = "/3/tv/{series_id}"

ROUTES = (
    *tv_lists.ROUTES,
    Route("GET", "/3/tv/latest", latest, max_age=0),
    Route("GET", SERIES, details, appends=True, fixed=True),
    Route("GET", f"{SERIES}/changes", on(RequestContext.series, edits.changes), max_age=600),
    *(
        Route("GET", f"{SERIES}/{name}", on(RequestContext.series, answer))
        for name, answer in {
            "aggregate_credits": tv_credits.aggregate_credits,
            "alternative_titles": tv_metadata.alternative_titles,
            "content_ratings": tv_metadata.content_ratings,
            "credits": tv_credits.credits,
            "episode_groups": tv_metadata.episode_groups,
            "external_ids": tv_metadata.external_ids,
            "images": shared.title_images,
            "keywords": tv_metadata.keywords,
            "lists": shared.user_lists,
            "recommendations": relations.recommendations,
            "reviews": shared.reviews,
            "screened_theatrically": tv_metadata.screened_theatrically,
            "similar": relations.similar,
            "translations": tv_metadata.translations,
            "videos": shared.videos,
            "watch/providers": shared.title_watch_providers,
        }.items()
    ),
)
