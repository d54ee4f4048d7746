# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class LoginBody(TypedDict):
    """Body of a request that approves a request token with a user name and password."""

    password: str
    """Password of the TMDB account."""
    request_token: str
    """Request token to approve."""
    username: str
    """User name of the TMDB account."""
