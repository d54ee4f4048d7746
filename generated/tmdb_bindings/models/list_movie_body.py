# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class ListMovieBody(TypedDict):
    """Names the film to put on a list or to take off it."""

    media_id: int
    """TMDB's id of the film."""
