# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions
from ..runtime.values import empty_list, empty_map


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListDetails(Model):
    """A list with one page of its items."""

    average_rating: float | None = None
    """Average rating of the items, from 0 to 10."""

    backdrop_path: str | None = None
    """Path of the backdrop; null if there is none."""

    comments: dict[str, str | None] = field(factory=empty_map)
    """Comments by item, with keys such as `movie:550`; null for an item without a comment."""

    created_by: V4ListAuthor | None = None
    """Creator of the list."""

    description: str | None = None
    """Description of the list; can be empty."""

    id: int
    """TMDB's id of the list."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the list's region."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the list's language."""

    item_count: int | None = None
    """Number of items on the list."""

    name: str
    """Name of the list."""

    object_ids: dict[str, str] = field(factory=empty_map)
    """Object ids by item, with keys such as `movie:550`; usually empty."""

    page: int
    """Page number, starting at 1."""

    poster_path: str | None = None
    """Path of the poster; null if there is none."""

    public: bool | None = None
    """Whether the list is public."""

    results: list[ListItem] = field(factory=empty_list)
    """The movies and TV series on this page."""

    revenue: int | None = None
    """Total revenue of the items in whole US dollars."""

    runtime: int | None = None
    """Total runtime of the items in minutes."""

    sort_by: str | None = None
    """Sort order of the items, such as `original_order.asc`."""

    total_pages: int
    """Total number of pages."""

    total_results: int
    """Total number of items on all pages."""

    __unions__: ClassVar[Unions] = {
        "results": unions.LIST_ITEM,
    }

    def __attrs_post_init__(self) -> None:
        self.results = unions.LIST_ITEM.many(self.results)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .v4_list_author import V4ListAuthor

if TYPE_CHECKING:
    from .list_item import ListItem
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as ListItem
