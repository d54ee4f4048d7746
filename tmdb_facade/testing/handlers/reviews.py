"""Reviews by id."""

from __future__ import annotations

from tmdb_facade.testing.catalogue.records import Movie
from tmdb_facade.testing.protocol.language import Locale
from tmdb_facade.testing.protocol.request_context import JSONObject, RequestContext
from tmdb_facade.testing.protocol.routing import Route

from .list_rows import localized_title
from .lookup import found_in
from .shared import review_row


def details(context: RequestContext) -> JSONObject:
    """Return a review's details, with its subject's title in the review's language.

    Raises:
        Refusal: The review does not exist (404, code 34).
    """
    title, review = found_in(context.catalogue.reviews, context.path["review_id"])
    return {
        **review_row(review),
        "iso_639_1": review.language,
        "media_id": title.id,
        "media_title": localized_title(title, Locale(review.language, "")),
        "media_type": "movie" if isinstance(title, Movie) else "tv",
    }


ROUTES = (Route("GET", "/3/review/{review_id}", details),)
