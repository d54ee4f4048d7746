"""One review, by its id."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.language import Locale, translation
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .lookup import found_in
from .shared import review_row


def details(context: RequestContext) -> JSONObject:
    """A review, and what it is about, by the title in the review's language.

    Raises:
        Refusal: There is no such review.
    """
    title, review = found_in(context.catalogue.reviews, context.path["review_id"])
    original = title.original_title if isinstance(title, Movie) else title.original_name
    return {
        **review_row(review),
        "iso_639_1": review.language,
        "media_id": title.id,
        "media_title": translation(title, Locale(review.language, "")).title or original,
        "media_type": "movie" if isinstance(title, Movie) else "tv",
    }


ROUTES = (Route("GET", "/3/review/{review_id}", details),)
