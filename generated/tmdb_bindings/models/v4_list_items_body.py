# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from .v4_list_item_key import V4ListItemKey


class V4ListItemsBody(TypedDict):
    """Body of a request that adds items to a list or removes them."""

    items: list[V4ListItemKey]
    """Items to add or remove."""
