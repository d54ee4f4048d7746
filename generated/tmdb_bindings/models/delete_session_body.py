# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class DeleteSessionBody(TypedDict):
    """Body of a request that deletes a session."""

    session_id: str
    """Id of the session to delete."""
