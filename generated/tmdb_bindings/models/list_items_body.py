# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from .list_item import ListItem


class ListItemsBody(TypedDict):
    """Entries to add to a list."""

    items: list[ListItem]
    comment: NotRequired[str]
