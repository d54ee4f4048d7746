# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Review(Model):
    """A review as a row of its title."""

    author: str
    """Name that the author goes by."""

    author_details: ReviewAuthor
    content: str
    """The text, in Markdown or HTML as the author wrote it."""

    created_at: Timestamp
    id: str
    """TMDB's id of the review."""

    updated_at: Timestamp
    url: str
    """The review on TMDB's website."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .review_author import ReviewAuthor
