"""Series: the details of one, and its routes."""

from __future__ import annotations

from tmdb_facade.testing import mentions
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.credits import Aired
from tmdb_facade.testing.catalogue.records import Show
from tmdb_facade.testing.episodic import episode_row, last_aired, next_to_air, season_row
from tmdb_facade.testing.language import Locale, backdrop_path, poster_path, translation
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.wanted import newest

from . import tv_credits, tv_facts, tv_lists


def details(call: Call) -> JSONObject:
    """One series."""
    show, catalogue, locale = call.show(), call.catalogue, call.locale
    text = translation(show, locale)
    seasons = [season for season in show.seasons if season.number]
    return {
        "adult": show.adult,
        "backdrop_path": backdrop_path(show, locale),
        "created_by": _creators(show, catalogue),
        "episode_run_time": show.episode_run_time,
        "first_air_date": show.first_air_date or "",
        "genres": mentions.genres(catalogue, show.genres, locale),
        "homepage": text.homepage or show.homepage,
        "id": show.id,
        "in_production": show.in_production,
        "languages": show.languages,
        "last_air_date": show.last_air_date,
        "last_episode_to_air": _aired(show, last_aired(show, catalogue), locale),
        "name": text.title or show.original_name,
        "networks": [mentions.company(catalogue.networks[number]) for number in show.networks],
        "next_episode_to_air": _aired(show, next_to_air(show, catalogue), locale),
        "number_of_episodes": sum(season.episode_count for season in seasons),
        "number_of_seasons": len(seasons),
        "origin_country": show.origin_countries,
        "original_language": show.original_language,
        "original_name": show.original_name,
        "overview": text.overview,
        "popularity": show.popularity,
        "poster_path": poster_path(show, locale),
        "production_companies": [mentions.company(catalogue.companies[number]) for number in show.companies],
        "production_countries": mentions.countries(catalogue, show.production_countries),
        "seasons": [season_row(season, locale) for season in show.seasons],
        "softcore": show.softcore,
        "spoken_languages": mentions.languages(catalogue, show.spoken_languages),
        "status": show.status,
        "tagline": text.tagline,
        "type": show.type,
        "vote_average": show.vote_average,
        "vote_count": show.vote_count,
    }


def latest(call: Call) -> JSONObject:
    """The series that came in last.

    Raises:
        Refusal: There are no series.
    """
    return details(call._replace(path={"series_id": newest(call.catalogue.shows)}))


def _creators(show: Show, catalogue: Catalogue) -> list[JSONObject]:
    made = [(creator, catalogue.people[creator.person]) for creator in show.creators]
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


def _aired(show: Show, one: Aired | None, locale: Locale) -> JSONObject | None:
    return None if one is None else episode_row(show, *one, locale)


SERIES = "/3/tv/{series_id}"

ROUTES = (
    *tv_lists.ROUTES,
    Route("GET", "/3/tv/latest", latest, max_age=0),
    Route("GET", SERIES, details, appends=True),
    Route("GET", f"{SERIES}/aggregate_credits", tv_credits.aggregate_credits),
    Route("GET", f"{SERIES}/alternative_titles", tv_facts.alternative_titles),
    Route("GET", f"{SERIES}/changes", tv_facts.changes, max_age=600),
    Route("GET", f"{SERIES}/content_ratings", tv_facts.content_ratings),
    Route("GET", f"{SERIES}/credits", tv_credits.credits),
    Route("GET", f"{SERIES}/episode_groups", tv_facts.episode_groups),
    Route("GET", f"{SERIES}/external_ids", tv_facts.external_ids),
    Route("GET", f"{SERIES}/images", tv_facts.images),
    Route("GET", f"{SERIES}/keywords", tv_facts.keywords),
    Route("GET", f"{SERIES}/lists", tv_lists.user_lists),
    Route("GET", f"{SERIES}/recommendations", tv_lists.recommendations),
    Route("GET", f"{SERIES}/reviews", tv_facts.reviews),
    Route("GET", f"{SERIES}/screened_theatrically", tv_facts.screened_theatrically),
    Route("GET", f"{SERIES}/similar", tv_lists.similar),
    Route("GET", f"{SERIES}/translations", tv_facts.translations),
    Route("GET", f"{SERIES}/videos", tv_facts.videos),
    Route("GET", f"{SERIES}/watch/providers", tv_facts.watch_providers),
)
