# Made from tmdb_facade/_async/resources/reviews.py by `make sync`: edit that file, never this one.
"""Users' reviews."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class ReviewsResource(Resource):
    """Users' reviews: `tmdb.reviews`."""

    _path = "reviews"

    def details(self, review_id: str) -> models.ReviewDetails:
        """Get a review's details.

        Args:
            review_id: TMDB's id of the review, such as `5488c29bc3a3686f4a00004a`.

        Returns:
            The review, with the title of the movie or series.

        Raises:
            NotFoundError: No review has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/review-details
        """
        return self._requester.call(api.reviews.details, review_id)
