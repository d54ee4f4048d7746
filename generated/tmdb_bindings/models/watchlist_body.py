# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .media_kind import MediaKind


class WatchlistBody(TypedDict):
    """Body of a request that adds a title to the watchlist or removes it."""

    media_id: int
    """TMDB's id of the movie or TV series."""
    media_type: MediaKind
    """Media type: `movie` or `tv`."""
    watchlist: bool
    """True adds the title, false removes it."""
