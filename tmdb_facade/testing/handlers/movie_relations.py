"""What a film leads to: films like it, lists that hold it, reviews of it."""

from __future__ import annotations

from collections.abc import Callable

from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie, Review
from tmdb_facade.testing.catalogue.reference import UserList
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
    movie = call.movie()
    held_by = [made for made in call.catalogue.lists.values() if movie.id in made.movies]
    return {"id": movie.id, **page(call, held_by, _list_row)}


def reviews(call: Call) -> JSONObject:
    """The reviews in the request's language."""
    movie, language = call.movie(), call.locale.language
    written = [review for review in movie.reviews if review.language == language]
    return {"id": movie.id, **page(call, written, _review_row)}


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


def _list_row(made: UserList) -> JSONObject:
    return {
        "description": made.description,
        "favorite_count": made.favorite_count,
        "id": made.id,
        "item_count": len(made.movies),
        "iso_639_1": made.language,
        "iso_3166_1": made.country,
        "list_type": "movie",
        "name": made.name,
        "poster_path": None,
    }


def _review_row(review: Review) -> JSONObject:
    return {
        "author": review.author,
        "author_details": {
            "name": review.author if review.author != review.username else "",
            "username": review.username,
            "avatar_path": None,
            "rating": review.rating,
        },
        "content": review.content,
        "created_at": review.created_at,
        "id": review.id,
        "updated_at": review.updated_at,
        "url": f"https://www.themoviedb.org/review/{review.id}",
    }
