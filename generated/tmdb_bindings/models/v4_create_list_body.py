# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from .v4_list_sort_by import V4ListSortBy


class V4CreateListBody(TypedDict):
    """Makes a list."""

    description: NotRequired[str]
    iso_3166_1: NotRequired[str]
    """ISO 3166-1 code of the list's region."""
    iso_639_1: str
    """ISO 639-1 code of the list's language."""
    name: str
    public: NotRequired[int]
    """1 lets everybody see the list, 0 its author only."""
    sort_by: NotRequired[V4ListSortBy]
    """Order of the items."""
