# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CrewMember(Model):
    """A member of the crew of a movie, TV series, season or episode; one entry per job."""

    adult: bool | None = None
    """Whether TMDB marks the person as an adult performer."""

    credit_id: str
    """TMDB's id of the credit."""

    department: str
    """Department of the job, such as `Directing`."""

    gender: int | None = None
    """Gender: 0 not specified, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    job: str
    """Job, such as `Director`."""

    known_for_department: str
    """Department of most of the person's credits, such as `Acting`."""

    name: str
    """Name of the person."""

    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's popularity score."""

    profile_path: str | None = None
    """Path of the main profile image; null if there is none."""
