# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Review(Model):
    """A review of a movie or TV series."""

    author: str
    """Display name of the author."""

    author_details: ReviewAuthor
    """Author of the review."""

    content: str
    """Text of the review, in Markdown or HTML."""

    created_at: Timestamp
    """Time of creation."""

    id: str
    """TMDB's id of the review."""

    updated_at: Timestamp
    """Time of the last change."""

    url: str
    """URL of the review on TMDB's website."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .review_author import ReviewAuthor
