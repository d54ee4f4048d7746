# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    pass


class RatingBody(TypedDict):
    """Body of a request that rates a movie, TV series or episode."""

    value: float
    """Rating from 0.5 to 10 in steps of 0.5."""
