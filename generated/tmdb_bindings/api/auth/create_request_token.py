# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a request token for the user to approve in a browser.

Valid for 60 minutes.

Reference: https://developer.themoviedb.org/reference/authentication-create-request-token
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.request_token import RequestToken

operation: Final[Operation] = operations.AUTH_CREATE_REQUEST_TOKEN


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication/token/new", sent)


def response() -> type[RequestToken]:
    """Import the type of the answer."""
    from ...models.request_token import RequestToken

    return RequestToken
