"""Reviews by users."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade.models import ReviewDetails


class AsyncReviewsResource(AsyncResource):
    """Reviews by users: `tmdb.reviews`."""

    async def details(self, review_id: str) -> ReviewDetails:
        """Give one review.

        Args:
            review_id: TMDB's id of the review, as in `5488c29bc3a3686f4a00004a`.

        Returns:
            The review, and the title that it is about.

        Raises:
            NotFoundError: There is no such review.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/review-details
        """
        return await self._requester.call(api.reviews.details, review_id)
