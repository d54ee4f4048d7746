# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class ListMovieBody(TypedDict):
    """Body of a request that adds a movie to a list or removes it."""

    media_id: int
    """TMDB's id of the movie."""
