"""Movies: details, credits and all movie routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.reference import Collection
from tmdb_facade.testing.protocol.language import Locale, backdrop_path, name_in, poster_path, translation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import list_rows, movie_lists, movie_metadata, movie_relations
from .list_rows import person_row
from .lookup import newest


def details(context: RequestContext) -> JSONObject:
    """Return a movie's details."""
    movie, catalogue, locale = context.movie(), context.catalogue, context.locale
    text = translation(movie, locale)
    return {
        "adult": movie.adult,
        "backdrop_path": backdrop_path(movie, locale),
        "belongs_to_collection": _collection(catalogue.collections[movie.collection], locale)
        if movie.collection
        else None,
        "budget": movie.budget,
        "genres": list_rows.genres(catalogue, movie.genres, locale),
        "homepage": text.homepage or movie.homepage,
        "id": movie.id,
        "imdb_id": movie.imdb_id,
        "origin_country": movie.origin_countries,
        "original_language": movie.original_language,
        "original_title": movie.original_title,
        "overview": text.overview,
        "popularity": movie.popularity,
        "poster_path": poster_path(movie, locale),
        "production_companies": [list_rows.company(catalogue.companies[number]) for number in movie.companies],
        "production_countries": list_rows.countries(catalogue, movie.production_countries),
        "release_date": movie.release_date or "",
        "revenue": movie.revenue,
        "runtime": movie.runtime,
        "softcore": movie.softcore,
        "spoken_languages": list_rows.languages(catalogue, movie.spoken_languages),
        "status": movie.status,
        "tagline": text.tagline,
        "title": text.title or movie.original_title,
        "video": movie.video,
        "vote_average": movie.vote_average,
        "vote_count": movie.vote_count,
    }


def latest(context: RequestContext) -> JSONObject:
    """Return the details of the movie with the highest id.

    Raises:
        Refusal: The catalogue has no movies (404, code 34).
    """
    return details(context._replace(path={"movie_id": newest(context.catalogue.movies)}))


def credits(context: RequestContext) -> JSONObject:
    """Return the movie's cast and crew."""
    movie, people = context.movie(), context.catalogue.people
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
        "crew": list_rows.crew_rows(context.catalogue, movie.crew),
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
    Route("GET", "/3/movie/{movie_id}/alternative_titles", movie_metadata.alternative_titles),
    Route("GET", "/3/movie/{movie_id}/changes", movie_metadata.changes, max_age=600),
    Route("GET", "/3/movie/{movie_id}/credits", credits),
    Route("GET", "/3/movie/{movie_id}/external_ids", movie_metadata.external_ids),
    Route("GET", "/3/movie/{movie_id}/images", movie_metadata.images),
    Route("GET", "/3/movie/{movie_id}/keywords", movie_metadata.keywords),
    Route("GET", "/3/movie/{movie_id}/lists", movie_relations.lists),
    Route("GET", "/3/movie/{movie_id}/recommendations", movie_relations.recommendations),
    Route("GET", "/3/movie/{movie_id}/release_dates", movie_metadata.release_dates),
    Route("GET", "/3/movie/{movie_id}/reviews", movie_relations.reviews),
    Route("GET", "/3/movie/{movie_id}/similar", movie_relations.similar),
    Route("GET", "/3/movie/{movie_id}/translations", movie_metadata.translations),
    Route("GET", "/3/movie/{movie_id}/videos", movie_metadata.videos),
    Route("GET", "/3/movie/{movie_id}/watch/providers", movie_metadata.watch_providers),
)
