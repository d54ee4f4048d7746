"""One review, by its id."""

from __future__ import annotations

from tmdb_facade.testing.blocks import review_row
from tmdb_facade.testing.call import Call, JSONObject
from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.language import Locale, translation
from tmdb_facade.testing.routing import Route
from tmdb_facade.testing.wanted import found_in


def details(call: Call) -> JSONObject:
    """A review, and what it is about, by the title in the review's language.

    Raises:
        Refusal: There is no such review.
    """
    title, review = found_in(call.catalogue.reviews, call.path["review_id"])
    original = title.original_title if isinstance(title, Movie) else title.original_name
    return {
        **review_row(review),
        "iso_639_1": review.language,
        "media_id": title.id,
        "media_title": translation(title, Locale(review.language, "")).title or original,
        "media_type": "movie" if isinstance(title, Movie) else "tv",
    }


ROUTES = (Route("GET", "/3/review/{review_id}", details),)
