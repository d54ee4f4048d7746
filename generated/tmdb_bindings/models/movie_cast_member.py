# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieCastMember(Model):
    """A person in the cast of a film."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    cast_id: int
    """Number of the credit within the film."""

    character: str
    """Role; can be empty."""

    credit_id: str
    """Id of this credit."""

    gender: int | None = None
    """0 not stated, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    known_for_department: str
    """Department of most of the person's credits."""

    name: str
    order: int
    """Place in the billing, from 0."""

    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's score of current interest."""

    profile_path: str | None = None
    """Path of the main portrait; null without one."""
