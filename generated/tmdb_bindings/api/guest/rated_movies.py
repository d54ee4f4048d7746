# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the movies that a guest session has rated, with the ratings.

Reference: https://developer.themoviedb.org/reference/guest-session-rated-movies
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.account_sort_by import AccountSortBy
    from ...models.rated_movie_page import RatedMoviePage

operation: Final[Operation] = operations.GUEST_RATED_MOVIES


def request(
    guest_session_id: str,
    *,
    language: str | None = None,
    page: int | None = None,
    sort_by: AccountSortBy | None = None,
) -> Request:
    """Build a request.

    Args:
        guest_session_id: Id of a guest session, which can rate without an account. It is a credential.
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        sort_by: Sort order of the results.

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
    if sort_by is not None:
        sent["sort_by"] = query_text(sort_by, "sort_by")
    return Request(
        operation, f"/3/guest_session/{path_segment(guest_session_id, 'guest_session_id')}/rated/movies", sent
    )


def response() -> type[RatedMoviePage]:
    """Import the type of the answer."""
    from ...models.rated_movie_page import RatedMoviePage

    return RatedMoviePage
