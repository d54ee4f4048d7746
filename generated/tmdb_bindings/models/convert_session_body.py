# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class ConvertSessionBody(TypedDict):
    """Body of a request that creates a v3 session from a v4 access token."""

    access_token: str
    """The user's v4 access token; TMDB rejects the application's own read token."""
