# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Validate the client's credentials.

Reference: https://developer.themoviedb.org/reference/authentication-validate-key
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.status_response import StatusResponse

operation: Final[Operation] = operations.AUTH_VALIDATE_KEY


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication", sent)


def response() -> type[StatusResponse]:
    """Import the type of the answer."""
    from ...models.status_response import StatusResponse

    return StatusResponse
