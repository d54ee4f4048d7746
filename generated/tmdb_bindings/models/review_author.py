# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ReviewAuthor(Model):
    """The author of a review."""

    avatar_path: str | None = None
    """Path of the avatar image; null if there is none."""

    name: str
    """Full name; usually empty."""

    rating: float | None = None
    """The author's rating of the title, from 0.5 to 10; null if not rated."""

    username: str
    """User name of the author."""
