# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get an account's lists.

Reference: https://developer.themoviedb.org/reference/account-lists
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.user_list_page import UserListPage

operation: Final[Operation] = operations.ACCOUNT_LISTS


def request(
    account_id: int,
    *,
    page: int | None = None,
    session_id: str | None = None,
) -> Request:
    """Build a request.

    Args:
        account_id: TMDB's numeric id of the account (v3).
        page: Page number, from 1 to 500.
        session_id: Id of a user's session. It is a credential.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if page is not None:
        sent["page"] = query_text(page, "page")
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    return Request(operation, f"/3/account/{path_segment(account_id, 'account_id')}/lists", sent)


def response() -> type[UserListPage]:
    """Import the type of the answer."""
    from ...models.user_list_page import UserListPage

    return UserListPage
