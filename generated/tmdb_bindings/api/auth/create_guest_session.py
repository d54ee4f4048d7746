# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
"""Create a guest session, which can rate without an account.

It can rate movies, TV series and episodes, and nothing else.

Reference: https://developer.themoviedb.org/reference/authentication-create-guest-session
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ... import operations
from ...runtime.operation import Operation, Request

if TYPE_CHECKING:
    from ...models.guest_session import GuestSession

operation: Final[Operation] = operations.AUTH_CREATE_GUEST_SESSION


def request() -> Request:
    """Build a request.

    Returns:
        The request, ready to be sent.
    """
    sent: dict[str, str] = {}
    return Request(operation, "/3/authentication/guest_session/new", sent)


def response() -> type[GuestSession]:
    """Import the type of the answer."""
    from ...models.guest_session import GuestSession

    return GuestSession
