# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVCreator(Model):
    """A person credited as a creator of a series."""

    credit_id: str
    """Id of this credit."""

    gender: int
    """0 not stated, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    name: str
    original_name: str | None = None
    """Name in its original script. Sent since 2024."""

    profile_path: str | None = None
    """Path of the main portrait; null without one."""
