# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Logo(Model):
    """A logo of a company or network."""

    aspect_ratio: float | None = None
    """Width divided by height."""

    file_path: str
    """Path of the logo, to be appended to an image base URL and a logo size; always ends in `.png`."""

    file_type: str | None = None
    """Format of the original, `.svg` or `.png`. SVG is only available in the size `original`."""

    height: int | None = None
    """Height of the original in pixels."""

    id: str | None = None
    """TMDB's id of the image."""

    vote_average: float | None = None
    """Average user rating from 0 to 10."""

    vote_count: int | None = None
    """Number of user ratings."""

    width: int | None = None
    """Width of the original in pixels."""
