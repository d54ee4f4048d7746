# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ListDetails(Model):
    """One list with a page of its items."""

    created_by: str | None = None
    """User name of the author."""

    description: str | None = None
    """Can be empty."""

    favorite_count: int | None = None
    """Number of users who marked the list."""

    id: int
    """TMDB's id of the list."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the list's language."""

    item_count: int | None = None
    items: list[ListItem] = field(factory=empty_list)
    """The films and series of this page."""

    name: str
    page: int | None = None
    """Number of this page, from 1."""

    poster_path: str | None = None
    """Path of the poster; null without one."""

    total_pages: int | None = None
    """Number of pages that exist."""

    total_results: int | None = None
    """Number of items over all pages."""

    __unions__: ClassVar[Unions] = {
        "items": unions.LIST_ITEM,
    }

    def __attrs_post_init__(self) -> None:
        self.items = unions.LIST_ITEM.many(self.items)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
if TYPE_CHECKING:
    from .list_item import ListItem
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as ListItem
