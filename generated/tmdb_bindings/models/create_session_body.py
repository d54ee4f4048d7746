# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class CreateSessionBody(TypedDict):
    """Body of a request that creates a session from an approved request token."""

    request_token: str
    """Request token that the user has approved."""
