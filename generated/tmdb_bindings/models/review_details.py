# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ReviewDetails(Model):
    """A review's details, with its title."""

    author: str
    """Display name of the author."""

    author_details: ReviewAuthor | None = None
    """Author of the review; missing in old answers."""

    content: str
    """Text of the review, in Markdown or HTML."""

    created_at: Timestamp | None = None
    """Time of creation; missing in old answers."""

    id: str
    """TMDB's id of the review."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the review's language."""

    media_id: int
    """TMDB's id of the title."""

    media_title: str | None = None
    """Title of the movie or name of the TV series."""

    media_type: str
    """Media type: `movie` or `tv`."""

    updated_at: Timestamp | None = None
    """Time of the last change; missing in old answers."""

    url: str | None = None
    """URL of the review on TMDB's website."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .review_author import ReviewAuthor
