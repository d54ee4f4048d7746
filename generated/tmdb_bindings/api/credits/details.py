# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get a credit's details: the person, the title and the role or job.

Reference: https://developer.themoviedb.org/reference/credit-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.credit_details import CreditDetails

operation: Final[Operation] = operations.CREDITS_DETAILS


def request(
    credit_id: str,
    *,
    language: str | None = None,
) -> Request:
    """Build a request.

    Args:
        credit_id: TMDB's id of the credit, as in the cast and crew of a title.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    return Request(operation, f"/3/credit/{path_segment(credit_id, 'credit_id')}", sent)


def response() -> type[CreditDetails]:
    """Import the type of the answer."""
    from ...models.credit_details import CreditDetails

    return CreditDetails
