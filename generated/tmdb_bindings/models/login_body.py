# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class LoginBody(TypedDict):
    """Approves a request token by a user's name and password."""

    password: str
    request_token: str
    """The token to approve."""
    username: str
