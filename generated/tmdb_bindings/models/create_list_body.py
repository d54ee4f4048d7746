# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    pass


class CreateListBody(TypedDict):
    """Body of a request that creates a list."""

    description: NotRequired[str]
    """Description of the list."""
    language: NotRequired[str]
    """ISO 639-1 code of the list's language."""
    name: str
    """Name of the list."""
