# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class DatedMoviePage(Model):
    """One page of films that were chosen by a span of release dates."""

    dates: DateRange
    """Span that the films' release dates were chosen by."""

    page: int
    """Number of this page, from 1."""

    results: list[Movie] = field(factory=empty_list)
    """The films of this page."""

    total_pages: int
    """Number of pages that exist; TMDB serves no more than 500 of them."""

    total_results: int
    """Number of films over all pages."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .date_range import DateRange
from .movie import Movie
