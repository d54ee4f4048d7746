"""What a film leads to: films like it, lists that hold it, reviews of it."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext

from . import shared
from .list_rows import movie_row
from .paging import page


def similar(context: RequestContext) -> JSONObject:
    """Films that share genres and keywords with it, the closest first."""
    locale = context.locale
    return page(context, _nearest(context, _in_common), lambda movie: movie_row(movie, locale))


def recommendations(context: RequestContext) -> JSONObject:
    """Films that people who liked it may like: of the same collection, by the same people, of the same kind."""
    locale = context.locale
    return page(context, _nearest(context, _kinship), lambda movie: {**movie_row(movie, locale), "media_type": "movie"})


def lists(context: RequestContext) -> JSONObject:
    """The lists of users that hold it."""
    return shared.user_lists(context, "movie", context.movie().id)


def reviews(context: RequestContext) -> JSONObject:
    """The reviews in the request's language."""
    return shared.reviews(context, context.movie())


def _nearest(context: RequestContext, nearness: Callable[[Movie, Movie], int]) -> list[Movie]:
    movie = context.movie()
    near = [
        (nearness(movie, other), other)
        for other in context.catalogue.movies.values()
        if other.id != movie.id and not other.adult
    ]
    # The catalogue's order is by popularity, and sorting keeps it among equals.
    return [other for score, other in sorted(near, key=lambda entry: -entry[0]) if score > 0]


def _in_common(one: Movie, other: Movie) -> int:
    return len({*one.genres} & {*other.genres}) + 2 * len({*one.keywords} & {*other.keywords})


def _kinship(one: Movie, other: Movie) -> int:
    same_collection = one.collection is not None and one.collection == other.collection
    return 10 * same_collection + 3 * len(_people(one) & _people(other)) + _in_common(one, other)


def _people(movie: Movie) -> set[int]:
    return {credit.person for credit in movie.credits}
