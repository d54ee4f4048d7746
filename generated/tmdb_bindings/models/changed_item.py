# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ChangedItem(Model):
    """A movie, TV series or person that changed."""

    adult: bool | None = None
    """Whether the record is adult content; null if unknown."""

    id: int
    """TMDB's id of the movie, TV series or person."""

    softcore: bool | None = None
    """Whether the record is softcore; null if `adult` is null. Returned since 2026."""
