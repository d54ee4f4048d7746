# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ReviewDetails(Model):
    """One review, with the title that it is about."""

    author: str
    """Name that the author goes by."""

    author_details: ReviewAuthor | None = None
    content: str
    """The text, in Markdown or HTML as the author wrote it."""

    created_at: Timestamp | None = None
    id: str
    """TMDB's id of the review."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the language it is written in."""

    media_id: int
    """TMDB's id of the title."""

    media_title: str | None = None
    media_type: str
    """`movie` or `tv`."""

    updated_at: Timestamp | None = None
    url: str | None = None
    """The review on TMDB's website."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .review_author import ReviewAuthor
