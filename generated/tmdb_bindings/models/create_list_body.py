# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    pass


class CreateListBody(TypedDict):
    """Makes a list."""

    description: NotRequired[str]
    language: NotRequired[str]
    """ISO 639-1 code of the list's language."""
    name: str
