# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a review's details, with its title.

Reference: https://developer.themoviedb.org/reference/review-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment

if TYPE_CHECKING:
    from ...models.review_details import ReviewDetails

operation: Final[Operation] = operations.REVIEWS_DETAILS


def request(
    review_id: str,
) -> Request:
    """Build a request.

    Args:
        review_id: TMDB's id of the review, 24 hexadecimal digits.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    return Request(operation, f"/3/review/{path_segment(review_id, 'review_id')}", sent)


def response() -> type[ReviewDetails]:
    """Import the type of the answer."""
    from ...models.review_details import ReviewDetails

    return ReviewDetails
