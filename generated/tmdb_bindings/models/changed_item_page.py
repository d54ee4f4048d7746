# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ChangedItemPage(Model):
    """One page, with up to 100 rows, of the movies, TV series or people that changed within a range of dates."""

    page: int
    """Page number, starting at 1."""

    results: list[ChangedItem] = field(factory=empty_list)
    """The changed records on this page."""

    total_pages: int
    """Total number of pages."""

    total_results: int
    """Total number of changed records on all pages."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .changed_item import ChangedItem
