# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ReviewPage(Model):
    """One page of the reviews of a movie or TV series."""

    id: int | None = None
    """TMDB's id of the title; missing in an appended block."""

    page: int
    """Page number, starting at 1."""

    results: list[Review] = field(factory=empty_list)
    """The reviews on this page; can be empty."""

    total_pages: int
    """Total number of pages."""

    total_results: int
    """Total number of reviews on all pages."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .review import Review
