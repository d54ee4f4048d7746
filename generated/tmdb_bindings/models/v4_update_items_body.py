# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .v4_list_item_comment import V4ListItemComment


class V4UpdateItemsBody(TypedDict):
    """Body of a request that sets the comments of a list's items."""

    items: list[V4ListItemComment]
    """Items with their comments."""
