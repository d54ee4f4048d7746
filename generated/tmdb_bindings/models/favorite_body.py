# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .media_kind import MediaKind


class FavoriteBody(TypedDict):
    """Marks or unmarks a favourite."""

    favorite: bool
    """True marks it, false unmarks it."""
    media_id: int
    """TMDB's id of the film or series."""
    media_type: MediaKind
    """Kind of the title."""
