# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class CreateSessionBody(TypedDict):
    """Asks for a session by an approved request token."""

    request_token: str
    """A request token that the user approved."""
