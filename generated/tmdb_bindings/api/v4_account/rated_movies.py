# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the movies that an account has rated, with the ratings and their times.

Reference: https://developer.themoviedb.org/v4/reference/account-rated-movies
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.account_rated_movie_page import AccountRatedMoviePage
    from ...models.account_sort_by import AccountSortBy

operation: Final[Operation] = operations.V4_ACCOUNT_RATED_MOVIES


def request(
    account_object_id: str,
    *,
    language: str | None = None,
    page: int | None = None,
    sort_by: AccountSortBy | None = None,
) -> Request:
    """Build a request.

    Args:
        account_object_id: Object id of the account, 24 hexadecimal digits (v4); returned with the access token.
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
    return Request(operation, f"/4/account/{path_segment(account_object_id, 'account_object_id')}/movie/rated", sent)


def response() -> type[AccountRatedMoviePage]:
    """Import the type of the answer."""
    from ...models.account_rated_movie_page import AccountRatedMoviePage

    return AccountRatedMoviePage
