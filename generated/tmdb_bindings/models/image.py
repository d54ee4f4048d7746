# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Image(Model):
    """An image of a title or person."""

    aspect_ratio: float
    """Width divided by height."""

    file_path: str
    """Path of the image, to be appended to an image base URL and a size."""

    height: int
    """Height of the original in pixels."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the image's region; null if the image has no text. Returned since 2025."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the language of the text in the image; null if the image has no text."""

    vote_average: float
    """Average user rating from 0 to 10; determines the order of the images."""

    vote_count: int
    """Number of user ratings."""

    width: int
    """Width of the original in pixels."""
