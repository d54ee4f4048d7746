# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a session from a user's v4 access token.

TMDB rejects the application's own read token.

Reference: https://developer.themoviedb.org/reference/authentication-create-session-from-v4-token
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.convert_session_body import ConvertSessionBody
    from ...models.session import Session

operation: Final[Operation] = operations.AUTH_CREATE_SESSION_FROM_V4_TOKEN


def request(
    body: ConvertSessionBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication/session/convert/4", sent, json_body(body))


def response() -> type[Session]:
    """Import the type of the answer."""
    from ...models.session import Session

    return Session
