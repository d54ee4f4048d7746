"""Similar and recommended movies, and a movie's lists and reviews."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import shared
from .list_rows import movie_row
from .paging import page


def similar(context: RequestContext) -> JSONObject:
    """Return movies that share genres and keywords, most similar first."""
    locale = context.locale
    return page(context, _similar(context, shared.in_common), lambda movie: movie_row(movie, locale))


def recommendations(context: RequestContext) -> JSONObject:
    """Return movies of the same collection, with the same people, or of the same genres and keywords."""
    locale = context.locale
    return page(
        context, _similar(context, _relatedness), lambda movie: {**movie_row(movie, locale), "media_type": "movie"}
    )


def lists(context: RequestContext) -> JSONObject:
    """Return the user lists that have the movie."""
    return shared.user_lists(context, "movie", context.movie().id)


def reviews(context: RequestContext) -> JSONObject:
    """Return the reviews in the request's language."""
    return shared.reviews(context, context.movie())


def _similar(context: RequestContext, similarity: Callable[[Movie, Movie], int]) -> list[Movie]:
    return shared.most_similar(context.movie(), context.catalogue.movies.values(), similarity)


def _relatedness(one: Movie, other: Movie) -> int:
    same_collection = one.collection is not None and one.collection == other.collection
    return 10 * same_collection + 3 * len(_people(one) & _people(other)) + shared.in_common(one, other)


def _people(movie: Movie) -> set[int]:
    return {credit.person for credit in movie.credits}
