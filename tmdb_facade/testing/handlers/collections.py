"""Collections: films that belong together."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import TranslatedText
from tmdb_facade.testing.catalogue.reference import Collection
from tmdb_facade.testing.protocol.language import Locale, name_in
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from . import shared
from .list_rows import movie_row
from .lookup import found_in


def details(context: RequestContext) -> JSONObject:
    """One collection, with its films by their release."""
    found, locale = _collection(context), context.locale
    movies = [movie for movie in context.catalogue.movies.values() if movie.collection == found.id]
    movies.sort(key=lambda movie: (movie.release_date is None, str(movie.release_date)))
    return {
        **collection_row(found, locale),
        "parts": [{**movie_row(movie, locale), "media_type": "movie"} for movie in movies],
    }


def collection_row(found: Collection, locale: Locale) -> JSONObject:
    """What the details and searches say of a collection."""
    return {
        "backdrop_path": found.backdrop_path,
        "id": found.id,
        "name": name_in(found.names, locale),
        "original_language": found.original_language,
        "original_name": name_in(found.names, Locale(found.original_language, "")),
        "overview": found.overviews.get(locale.language, ""),
        "poster_path": found.poster_path,
    }


def images(context: RequestContext) -> JSONObject:
    """The pictures of the collection."""
    found = _collection(context)
    return {
        "id": found.id,
        "backdrops": shared.images(context, found.backdrops),
        "posters": shared.images(context, found.posters),
    }


def translations(context: RequestContext) -> JSONObject:
    """The names and texts in all languages."""
    found, languages = _collection(context), context.catalogue.languages
    held = [
        TranslatedText(
            language=language,
            country=languages[language].country,
            title=name,
            overview=found.overviews.get(language, ""),
        )
        for language, name in found.names.items()
    ]
    return shared.translations(
        context,
        found.id,
        held,
        lambda text: {"title": text.title, "overview": text.overview, "homepage": text.homepage},
    )


def _collection(context: RequestContext) -> Collection:
    return found_in(context.catalogue.collections, context.id("collection_id"))


ROUTES = (
    Route("GET", "/3/collection/{collection_id}", details, appends=True),
    Route("GET", "/3/collection/{collection_id}/images", images),
    Route("GET", "/3/collection/{collection_id}/translations", translations),
)
