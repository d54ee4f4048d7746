"""Movies: details, credits and all movie routes."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.catalogue.reference import Collection
from tmdb_facade.testing.protocol.language import Locale, name_in
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import edits, list_rows, movie_lists, movie_metadata, relations, shared
from .lookup import newest, on
from .tv_shared import cast_of


def details(context: RequestContext) -> JSONObject:
    """Return a movie's details."""
    movie, catalogue, locale = context.movie(), context.catalogue, context.locale
    collection = catalogue.collections[movie.collection] if movie.collection else None
    return {
        **list_rows.title_details(movie, catalogue, locale),
        **list_rows.fields(movie, "budget", "imdb_id", "revenue", "runtime"),
        "belongs_to_collection": collection and _collection(collection, locale),
        "origin_country": movie.origin_countries,
        "release_date": movie.release_date or "",
    }


def latest(context: RequestContext) -> JSONObject:
    """Return the details of the movie with the highest id.

    Raises:
        Refusal: The catalogue has no movies (404, code 34).
    """
    return details(context._replace(path={"movie_id": newest(context.catalogue.movies)}))


def credits(context: RequestContext, movie: Movie) -> JSONObject:
    """Return the movie's cast and crew."""
    catalogue, locale = context.catalogue, context.locale
    rows = cast_of(catalogue, movie.cast, locale)
    return {
        "id": movie.id,
        "cast": [
            {**row, "cast_id": role.cast_id if role.cast_id is not None else order}
            for order, (row, role) in enumerate(zip(rows, movie.cast, strict=True), start=1)
        ],
        "crew": list_rows.crew_rows(catalogue, movie.crew, locale),
    }


def _collection(collection: Collection, locale: Locale) -> JSONObject:
    return {
        **list_rows.fields(collection, "id", "poster_path", "backdrop_path"),
        "name": name_in(collection.names, locale),
    }


MOVIE = "/3/movie/{movie_id}"

ROUTES = (
    *movie_lists.ROUTES,
    Route("GET", "/3/movie/latest", latest, max_age=0),
    Route("GET", MOVIE, details, appends=True, fixed=True),
    Route("GET", f"{MOVIE}/changes", on(RequestContext.movie, edits.changes), max_age=600),
    *(
        Route("GET", f"{MOVIE}/{name}", on(RequestContext.movie, answer))
        for name, answer in {
            "alternative_titles": movie_metadata.alternative_titles,
            "credits": credits,
            "external_ids": movie_metadata.external_ids,
            "images": shared.title_images,
            "keywords": movie_metadata.keywords,
            "lists": shared.user_lists,
            "recommendations": relations.recommendations,
            "release_dates": movie_metadata.release_dates,
            "reviews": shared.reviews,
            "similar": relations.similar,
            "translations": movie_metadata.translations,
            "videos": shared.videos,
            "watch/providers": shared.title_watch_providers,
        }.items()
    ),
)
