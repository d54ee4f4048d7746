# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class ConvertSessionBody(TypedDict):
    """Asks for a v3 session by a v4 access token."""

    access_token: str
    """A user's v4 access token; the application's own read token is refused."""
