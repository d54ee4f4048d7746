# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Delete a user's access token; it is invalid afterwards.

The access token is sent in the body.

Reference: https://developer.themoviedb.org/v4/reference/auth-logout
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.status_response import StatusResponse
    from ...models.v4_logout_body import V4LogoutBody

operation: Final[Operation] = operations.V4_AUTH_LOGOUT


def request(
    body: V4LogoutBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/4/auth/access_token", sent, json_body(body))


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
