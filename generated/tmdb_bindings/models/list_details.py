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
    """A list with one page of its items."""

    created_by: str | None = None
    """User name of the creator."""

    description: str | None = None
    """Description of the list; can be empty."""

    favorite_count: int | None = None
    """Number of users with the list as a favorite."""

    id: int
    """TMDB's id of the list."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the list's language."""

    item_count: int | None = None
    """Number of items on the list."""

    items: list[ListItem] = field(factory=empty_list)
    """The movies and TV series on this page."""

    name: str
    """Name of the list."""

    page: int | None = None
    """Page number, starting at 1."""

    poster_path: str | None = None
    """Path of the poster; null if there is none."""

    total_pages: int | None = None
    """Total number of pages."""

    total_results: int | None = None
    """Total number of items on all pages."""

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
