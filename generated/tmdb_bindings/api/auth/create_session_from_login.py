# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Approve a request token with a user name and password.

Prefer the approval in a browser, which keeps the password out of your program.

Reference: https://developer.themoviedb.org/reference/authentication-create-session-from-login
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request
from ...runtime.parameters import json_body

if TYPE_CHECKING:
    from ...models.login_body import LoginBody
    from ...models.request_token import RequestToken

operation: Final[Operation] = operations.AUTH_CREATE_SESSION_FROM_LOGIN


def request(
    body: LoginBody,
) -> Request:
    """Build a request.

    Args:
        body: What is sent as JSON.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication/token/validate_with_login", sent, json_body(body))


def response() -> type[RequestToken]:
    """Import the type of the answer."""
    from ...models.request_token import RequestToken

    return RequestToken
