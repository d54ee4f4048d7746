# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Delete a session; its id is invalid afterwards.

The session id is sent in the body.

Reference: https://developer.themoviedb.org/reference/authentication-delete-session
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.delete_session_body import DeleteSessionBody
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.AUTH_DELETE_SESSION


def request(
    body: DeleteSessionBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication/session", sent, json_body(body))


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
