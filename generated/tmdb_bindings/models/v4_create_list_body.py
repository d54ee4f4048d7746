# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    from .v4_list_sort_by import V4ListSortBy


class V4CreateListBody(TypedDict):
    """Body of a request that creates a list."""

    description: NotRequired[str]
    """Description of the list."""
    iso_3166_1: NotRequired[str]
    """ISO 3166-1 code of the list's region."""
    iso_639_1: str
    """ISO 639-1 code of the list's language."""
    name: str
    """Name of the list."""
    public: NotRequired[int]
    """1 for a public list, 0 for a private one."""
    sort_by: NotRequired[V4ListSortBy]
    """Sort order of the items."""
