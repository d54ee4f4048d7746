# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ChangedItemPage(Model):
    """One page, of up to 100, of the films, series or people that were edited in a span of days."""

    page: int
    """Number of this page, from 1."""

    results: list[ChangedItem] = field(factory=empty_list)
    total_pages: int
    """Number of pages that exist."""

    total_results: int
    """Number of records over all pages."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .changed_item import ChangedItem
