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
    """One list with a page of its items."""

    average_rating: float | None = None
    """Mean of the items' ratings, 0 to 10."""

    backdrop_path: str | None = None
    """Path of the backdrop; null without one."""

    comments: dict[str, str | None] = field(factory=empty_map)
    """The author's comments by item, under keys such as `movie:550`; null without one."""

    created_by: V4ListAuthor | None = None
    description: str | None = None
    """Can be empty."""

    id: int
    """TMDB's id of the list."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the list's region."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the list's language."""

    item_count: int | None = None
    name: str
    object_ids: dict[str, str] = field(factory=empty_map)
    """Object ids by item, under keys such as `movie:550`; mostly empty."""

    page: int
    """Number of this page, from 1."""

    poster_path: str | None = None
    """Path of the poster; null without one."""

    public: bool | None = None
    """Whether everybody can see the list."""

    results: list[ListItem] = field(factory=empty_list)
    """The films and series of this page."""

    revenue: int | None = None
    """Sum of the items' revenues in whole US dollars."""

    runtime: int | None = None
    """Sum of the items' lengths in minutes."""

    sort_by: str | None = None
    """Order of the items, such as `original_order.asc`."""

    total_pages: int
    """Number of pages that exist."""

    total_results: int
    """Number of items over all pages."""

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
