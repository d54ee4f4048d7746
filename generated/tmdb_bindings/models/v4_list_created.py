# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListCreated(Model):
    """What making a list answers."""

    id: int
    """TMDB's id of the new list."""

    status_code: int | None = None
    """TMDB's own code, not HTTP's."""

    status_message: str | None = None
    """The code in words."""

    success: bool | None = None
