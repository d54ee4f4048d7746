"""Films: the details of one, and what can be appended to them."""

from __future__ import annotations

from tmdb_facade.testing import mentions
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.reference import Collection
from tmdb_facade.testing.language import Locale, backdrop_path, name_in, poster_path, translation
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import person_row
from tmdb_facade.testing.wanted import newest

from . import movie_facts, movie_lists, movie_relations


def details(call: Call) -> JSONObject:
    """One film."""
    movie, catalogue, locale = call.movie(), call.catalogue, call.locale
    text = translation(movie, locale)
    return {
        "adult": movie.adult,
        "backdrop_path": backdrop_path(movie, locale),
        "belongs_to_collection": _collection(catalogue.collections[movie.collection], locale)
        if movie.collection
        else None,
        "budget": movie.budget,
        "genres": mentions.genres(catalogue, movie.genres, locale),
        "homepage": text.homepage or movie.homepage,
        "id": movie.id,
        "imdb_id": movie.imdb_id,
        "origin_country": movie.origin_countries,
        "original_language": movie.original_language,
        "original_title": movie.original_title,
        "overview": text.overview,
        "popularity": movie.popularity,
        "poster_path": poster_path(movie, locale),
        "production_companies": [mentions.company(catalogue.companies[number]) for number in movie.companies],
        "production_countries": mentions.countries(catalogue, movie.production_countries),
        "release_date": movie.release_date or "",
        "revenue": movie.revenue,
        "runtime": movie.runtime,
        "softcore": movie.softcore,
        "spoken_languages": mentions.languages(catalogue, movie.spoken_languages),
        "status": movie.status,
        "tagline": text.tagline,
        "title": text.title or movie.original_title,
        "video": movie.video,
        "vote_average": movie.vote_average,
        "vote_count": movie.vote_count,
    }


def latest(call: Call) -> JSONObject:
    """The film that came in last.

    Raises:
        Refusal: There are no films.
    """
    return details(call._replace(path={"movie_id": newest(call.catalogue.movies)}))


def credits(call: Call) -> JSONObject:
    """Who is in it and who made it."""
    movie, people = call.movie(), call.catalogue.people
    return {
        "id": movie.id,
        "cast": [
            {
                **person_row(people[role.person]),
                "cast_id": role.cast_id if role.cast_id is not None else order + 1,
                "character": role.character,
                "credit_id": role.credit_id,
                "order": order,
            }
            for order, role in enumerate(movie.cast)
        ],
        "crew": [
            {
                **person_row(people[job.person]),
                "credit_id": job.credit_id,
                "department": job.department,
                "job": job.job,
            }
            for job in movie.crew
        ],
    }


def _collection(collection: Collection, locale: Locale) -> JSONObject:
    return {
        "id": collection.id,
        "name": name_in(collection.names, locale),
        "poster_path": collection.poster_path,
        "backdrop_path": collection.backdrop_path,
    }


ROUTES = (
    *movie_lists.ROUTES,
    Route("GET", "/3/movie/latest", latest, max_age=0),
    Route("GET", "/3/movie/{movie_id}", details, appends=True),
    Route("GET", "/3/movie/{movie_id}/alternative_titles", movie_facts.alternative_titles),
    Route("GET", "/3/movie/{movie_id}/changes", movie_facts.changes, max_age=600),
    Route("GET", "/3/movie/{movie_id}/credits", credits),
    Route("GET", "/3/movie/{movie_id}/external_ids", movie_facts.external_ids),
    Route("GET", "/3/movie/{movie_id}/images", movie_facts.images),
    Route("GET", "/3/movie/{movie_id}/keywords", movie_facts.keywords),
    Route("GET", "/3/movie/{movie_id}/lists", movie_relations.lists),
    Route("GET", "/3/movie/{movie_id}/recommendations", movie_relations.recommendations),
    Route("GET", "/3/movie/{movie_id}/release_dates", movie_facts.release_dates),
    Route("GET", "/3/movie/{movie_id}/reviews", movie_relations.reviews),
    Route("GET", "/3/movie/{movie_id}/similar", movie_relations.similar),
    Route("GET", "/3/movie/{movie_id}/translations", movie_facts.translations),
    Route("GET", "/3/movie/{movie_id}/videos", movie_facts.videos),
    Route("GET", "/3/movie/{movie_id}/watch/providers", movie_facts.watch_providers),
)
