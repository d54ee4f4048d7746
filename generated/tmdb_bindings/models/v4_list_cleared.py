# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListCleared(Model):
    """The answer to the removal of all items from a list."""

    id: int | None = None
    """TMDB's id of the list."""

    items_deleted: int
    """Number of items removed."""

    status_code: int | None = None
    """TMDB's status code, not the HTTP status."""

    status_message: str | None = None
    """English message for `status_code`."""

    success: bool | None = None
    """Whether the request succeeded."""
