# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .media_kind import MediaKind


class FavoriteBody(TypedDict):
    """Body of a request that adds or removes a favorite."""

    favorite: bool
    """True adds the favorite, false removes it."""
    media_id: int
    """TMDB's id of the movie or TV series."""
    media_type: MediaKind
    """Media type: `movie` or `tv`."""
