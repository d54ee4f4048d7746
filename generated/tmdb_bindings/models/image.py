# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Image(Model):
    """One image of a title or person."""

    aspect_ratio: float
    """Width divided by height."""

    file_path: str
    """Path to put behind an image base URL and a size."""

    height: int
    """Pixels of the original."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the region the image is for; null without text. Sent since 2025."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the text in the image; null without text."""

    vote_average: float
    """Mean user rating from 0 to 10; decides the order."""

    vote_count: int
    """Number of user ratings."""

    width: int
    """Pixels of the original."""
