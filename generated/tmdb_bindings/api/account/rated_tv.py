# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get the TV series that an account has rated, with the ratings.

Reference: https://developer.themoviedb.org/reference/account-rated-tv
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.account_sort_by import AccountSortBy
    from ...models.rated_tv_show_page import RatedTVShowPage

operation: Final[Operation] = operations.ACCOUNT_RATED_TV


def request(
    account_id: int,
    *,
    language: str | None = None,
    page: int | None = None,
    session_id: str | None = None,
    sort_by: AccountSortBy | None = None,
) -> Request:
    """Build a request.

    Args:
        account_id: TMDB's numeric id of the account (v3).
        language: Language of titles and texts, an ISO 639-1 code with an optional region, such as `en-US` or
            `pt`. There is no fallback language.
        page: Page number, from 1 to 500.
        session_id: Id of a user's session. It is a credential.
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
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    if sort_by is not None:
        sent["sort_by"] = query_text(sort_by, "sort_by")
    return Request(operation, f"/3/account/{path_segment(account_id, 'account_id')}/rated/tv", sent)


def response() -> type[RatedTVShowPage]:
    """Import the type of the answer."""
    from ...models.rated_tv_show_page import RatedTVShowPage

    return RatedTVShowPage
