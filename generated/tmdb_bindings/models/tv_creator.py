# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVCreator(Model):
    """A creator of a TV series."""

    credit_id: str
    """TMDB's id of the credit."""

    gender: int
    """Gender: 0 not specified, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    name: str
    """Name of the person."""

    original_name: str | None = None
    """Name in its original script. Returned since 2024."""

    profile_path: str | None = None
    """Path of the main profile image; null if there is none."""
