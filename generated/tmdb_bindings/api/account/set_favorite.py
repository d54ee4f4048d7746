# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Add a movie or TV series to the favorites or remove it.

`favorite` in the body selects adding or removing.

Reference: https://developer.themoviedb.org/reference/account-add-favorite
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body, path_segment, query_text

if TYPE_CHECKING:
    from ...models.favorite_body import FavoriteBody
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.ACCOUNT_SET_FAVORITE


def request(
    account_id: int,
    body: FavoriteBody,
    *,
    session_id: str | None = None,
) -> Request:
    """Build a request.

    Args:
        account_id: TMDB's numeric id of the account (v3).
        body: What is sent as JSON.
        session_id: Id of a user's session. It is a credential.

    Returns:
        The request, ready to be sent.

    Raises:
        ValueError: A value would lead to another path.
    """
    sent: dict[str, str] = {}
    if session_id is not None:
        sent["session_id"] = query_text(session_id, "session_id")
    return Request(operation, f"/3/account/{path_segment(account_id, 'account_id')}/favorite", sent, json_body(body))


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
