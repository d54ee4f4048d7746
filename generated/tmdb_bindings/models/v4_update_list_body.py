# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from .v4_list_sort_by import V4ListSortBy


class V4UpdateListBody(TypedDict):
    """Changes a list; what is absent stays."""

    description: NotRequired[str]
    name: NotRequired[str]
    public: NotRequired[bool]
    """Whether everybody can see the list."""
    sort_by: NotRequired[V4ListSortBy]
    """Order of the items."""
