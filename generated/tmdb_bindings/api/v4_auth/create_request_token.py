# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a request token for the user to approve in a browser.

Valid for 15 minutes.

Reference: https://developer.themoviedb.org/v4/reference/auth-create-request-token
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.v4_request_token import V4RequestToken
    from ...models.v4_request_token_body import V4RequestTokenBody

operation: Final[Operation] = operations.V4_AUTH_CREATE_REQUEST_TOKEN


def request(
    body: V4RequestTokenBody | None = None,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/4/auth/request_token", sent, json_body(body))


def response() -> type[V4RequestToken]:
    """Import the type of the answer."""
    from ...models.v4_request_token import V4RequestToken

    return V4RequestToken
