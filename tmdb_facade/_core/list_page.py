"""The page of a list of version 3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings.models.list_details import ListDetails

if TYPE_CHECKING:
    from tmdb_bindings.models import ListItem


class ListPage(ListDetails):
    """A list with a page of its items, which are its results too: that is what pagers ask of a page."""

    __slots__ = ()

    @property
    def results(self) -> list[ListItem]:
        """The items."""
        return self.items
