# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create an access token from a request token that the user has approved.

TMDB answers code 41 until the user has approved the token: retry a little later.

Reference: https://developer.themoviedb.org/v4/reference/auth-create-access-token
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.v4_access_token import V4AccessToken
    from ...models.v4_access_token_body import V4AccessTokenBody

operation: Final[Operation] = operations.V4_AUTH_CREATE_ACCESS_TOKEN


def request(
    body: V4AccessTokenBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/4/auth/access_token", sent, json_body(body))


def response() -> type[V4AccessToken]:
    """Import the type of the answer."""
    from ...models.v4_access_token import V4AccessToken

    return V4AccessToken
