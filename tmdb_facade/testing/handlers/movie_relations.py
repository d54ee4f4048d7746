"""What a film leads to: films like it, lists that hold it, reviews of it."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.testing import blocks
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.paging import page
from tmdb_facade.testing.rows import movie_row


def similar(call: Call) -> JSONObject:
    """Films that share genres and keywords with it, the closest first."""
    locale = call.locale
    return page(call, _nearest(call, _in_common), lambda movie: movie_row(movie, locale))


def recommendations(call: Call) -> JSONObject:
    """Films that people who liked it may like: of the same collection, by the same people, of the same kind."""
    locale = call.locale
    return page(call, _nearest(call, _kinship), lambda movie: {**movie_row(movie, locale), "media_type": "movie"})


def lists(call: Call) -> JSONObject:
    """The lists of users that hold it."""
    return blocks.user_lists(call, "movie", call.movie().id)


def reviews(call: Call) -> JSONObject:
    """The reviews in the request's language."""
    return blocks.reviews(call, call.movie())


def _nearest(call: Call, nearness: Callable[[Movie, Movie], int]) -> list[Movie]:
    movie = call.movie()
    near = [
        (nearness(movie, other), other)
        for other in call.catalogue.movies.values()
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
