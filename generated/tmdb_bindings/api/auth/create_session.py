# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a session from a request token that the user has approved.

Reference: https://developer.themoviedb.org/reference/authentication-create-session
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.create_session_body import CreateSessionBody
    from ...models.session import Session

operation: Final[Operation] = operations.AUTH_CREATE_SESSION


def request(
    body: CreateSessionBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication/session/new", sent, json_body(body))


def response() -> type[Session]:
    """Import the type of the answer."""
    from ...models.session import Session

    return Session
