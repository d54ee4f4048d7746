# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, NotRequired, TypedDict

if TYPE_CHECKING:
    pass


class V4RequestTokenBody(TypedDict):
    """Asks for a request token."""

    redirect_to: NotRequired[str]
    """URL that the browser goes to after the user's approval."""
