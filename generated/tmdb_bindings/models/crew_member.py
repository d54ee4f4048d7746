# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CrewMember(Model):
    """A person in the crew of a film, a series, a season or an episode, once per job."""

    adult: bool | None = None
    """Whether TMDB marks the person as an adult performer."""

    credit_id: str
    """Id of this credit."""

    department: str
    """Department of the job, such as `Directing`."""

    gender: int | None = None
    """0 not stated, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    job: str
    """Such as `Director`."""

    known_for_department: str
    """Department of most of the person's credits."""

    name: str
    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's score of current interest."""

    profile_path: str | None = None
    """Path of the main portrait; null without one."""
