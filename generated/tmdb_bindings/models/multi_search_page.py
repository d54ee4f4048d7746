# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MultiSearchPage(Model):
    """One page of movies, TV series, people and collections that match a search."""

    page: int
    """Page number, starting at 1."""

    results: list[MultiSearchResult] = field(factory=empty_list)
    """The search results on this page."""

    total_pages: int
    """Total number of pages; TMDB returns at most 500 of them."""

    total_results: int
    """Total number of results on all pages."""

    __unions__: ClassVar[Unions] = {
        "results": unions.MULTI_SEARCH_RESULT,
    }

    def __attrs_post_init__(self) -> None:
        self.results = unions.MULTI_SEARCH_RESULT.many(self.results)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
if TYPE_CHECKING:
    from .multi_search_result import MultiSearchResult
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as MultiSearchResult
