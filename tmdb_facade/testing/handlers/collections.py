"""Collections: films that belong together."""

from __future__ import annotations

from tmdb_facade.testing import blocks
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Translation
from tmdb_facade.testing.catalogue.reference import Collection
from tmdb_facade.testing.language import Locale, name_in
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.rows import movie_row
from tmdb_facade.testing.wanted import found_in


def details(call: Call) -> JSONObject:
    """One collection, with its films by their release."""
    found, locale = _collection(call), call.locale
    movies = [movie for movie in call.catalogue.movies.values() if movie.collection == found.id]
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


def images(call: Call) -> JSONObject:
    """The pictures of the collection."""
    found = _collection(call)
    return {
        "id": found.id,
        "backdrops": blocks.pictures(call, found.backdrops),
        "posters": blocks.pictures(call, found.posters),
    }


def translations(call: Call) -> JSONObject:
    """The names and texts in all languages."""
    found, languages = _collection(call), call.catalogue.languages
    held = [
        Translation(
            language=language,
            country=languages[language].country,
            title=name,
            overview=found.overviews.get(language, ""),
        )
        for language, name in found.names.items()
    ]
    return blocks.translations(
        call, found.id, held, lambda text: {"title": text.title, "overview": text.overview, "homepage": text.homepage}
    )


def _collection(call: Call) -> Collection:
    return found_in(call.catalogue.collections, call.id("collection_id"))


ROUTES = (
    Route("GET", "/3/collection/{collection_id}", details, appends=True),
    Route("GET", "/3/collection/{collection_id}/images", images),
    Route("GET", "/3/collection/{collection_id}/translations", translations),
)
