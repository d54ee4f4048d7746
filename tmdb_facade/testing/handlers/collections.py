"""Collections of movies."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import TranslatedText
from tmdb_facade.testing.catalogue.reference import Collection
from tmdb_facade.testing.protocol.language import Locale, name_in
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import shared
from .list_rows import fields, movie_row
from .lookup import found_in, on


def details(context: RequestContext) -> JSONObject:
    """Return a collection with its movies in order of release."""
    collection, locale = _collection(context), context.locale
    movies = [movie for movie in context.catalogue.movies.values() if movie.collection == collection.id]
    movies.sort(key=lambda movie: (movie.release_date is None, str(movie.release_date)))
    return {
        **collection_row(collection, locale),
        "parts": [{**movie_row(movie, locale), "media_type": "movie"} for movie in movies],
    }


def collection_row(collection: Collection, locale: Locale) -> JSONObject:
    """Return the fields that details and search results share."""
    return {
        **fields(collection, "backdrop_path", "id", "original_language", "poster_path"),
        "name": name_in(collection.names, locale),
        "original_name": name_in(collection.names, Locale(collection.original_language, "")),
        "overview": collection.overviews.get(locale.language, ""),
    }


def images(context: RequestContext, collection: Collection) -> JSONObject:
    """Return the collection's images."""
    return {
        "id": collection.id,
        "backdrops": shared.images(context, collection.backdrops),
        "posters": shared.images(context, collection.posters),
    }


def translations(context: RequestContext) -> JSONObject:
    """Return the name and overview in every language."""
    collection, languages = _collection(context), context.catalogue.languages
    texts = [
        TranslatedText(
            language=language,
            country=languages[language].country,
            title=name,
            overview=collection.overviews.get(language, ""),
        )
        for language, name in collection.names.items()
    ]
    return shared.translations(
        context,
        collection.id,
        texts,
        lambda text: fields(text, "title", "overview", "homepage"),
    )


def _collection(context: RequestContext) -> Collection:
    return found_in(context.catalogue.collections, context.id("collection_id"))


ROUTES = (
    Route("GET", "/3/collection/{collection_id}", details, appends=True, fixed=True),
    Route("GET", "/3/collection/{collection_id}/images", on(_collection, images)),
    Route("GET", "/3/collection/{collection_id}/translations", translations),
)
