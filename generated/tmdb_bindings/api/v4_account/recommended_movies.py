# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get TMDB's movie recommendations for an account.

Reference: https://developer.themoviedb.org/v4/reference/account-movie-recommendations
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.movie_page import MoviePage

operation: Final[Operation] = operations.V4_ACCOUNT_RECOMMENDED_MOVIES


def request(
    account_object_id: str,
    *,
    language: str | None = None,
    page: int | None = None,
) -> Request:
    """Build a request.

    Args:
        account_object_id: Object id of the account, 24 hexadecimal digits (v4); returned with the access token.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if language is not None:
        sent["language"] = query_text(language, "language")
    if page is not None:
        sent["page"] = query_text(page, "page")
    return Request(
        operation, f"/4/account/{path_segment(account_object_id, 'account_object_id')}/movie/recommendations", sent
    )


def response() -> type[MoviePage]:
    """Import the type of the answer."""
    from ...models.movie_page import MoviePage

    return MoviePage
