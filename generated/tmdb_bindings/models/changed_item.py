# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ChangedItem(Model):
    """A record that was edited."""

    adult: bool | None = None
    """Whether it is marked as adult content; null when TMDB cannot tell any more."""

    id: int
    """TMDB's id of the film, series or person."""

    softcore: bool | None = None
    """Whether it is marked as softcore; null beside a null `adult`. Sent since 2026."""
