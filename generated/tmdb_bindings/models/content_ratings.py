# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ContentRatings(Model):
    """The content ratings of a TV series, by country."""

    id: int | None = None
    """TMDB's id of the series; missing in an appended block."""

    results: list[ContentRating] = field(factory=empty_list)
    """One entry per country."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .content_rating import ContentRating
