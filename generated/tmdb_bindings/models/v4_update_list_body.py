# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from .v4_list_sort_by import V4ListSortBy


class V4UpdateListBody(TypedDict):
    """Body of a request that updates a list; missing fields keep their values."""

    description: NotRequired[str]
    """Description of the list."""
    name: NotRequired[str]
    """Name of the list."""
    public: NotRequired[bool]
    """Whether the list is public."""
    sort_by: NotRequired[V4ListSortBy]
    """Sort order of the items."""
