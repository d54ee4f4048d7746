# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CollectionPage(Model):
    """One page of collections."""

    page: int
    """Page number, starting at 1."""

    results: list[Collection] = field(factory=empty_list)
    """The collections on this page."""

    total_pages: int
    """Total number of pages; TMDB returns at most 500 of them."""

    total_results: int
    """Total number of collections on all pages."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .collection import Collection
