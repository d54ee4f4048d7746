# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Get an account's details: name, language, country and avatar.

Reference: https://developer.themoviedb.org/reference/account-details
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import path_segment, query_text

if TYPE_CHECKING:
    from ...models.account_details import AccountDetails

operation: Final[Operation] = operations.ACCOUNT_DETAILS


def request(
    account_id: int,
    *,
    session_id: str | None = None,
) -> Request:
    """Build a request.

    Args:
        account_id: TMDB's numeric id of the account (v3).
        session_id: Id of a user's session. It is a credential.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    return Request(operation, f"/3/account/{path_segment(account_id, 'account_id')}", sent)


def response() -> type[AccountDetails]:
    """Import the type of the answer."""
    from ...models.account_details import AccountDetails

    return AccountDetails
