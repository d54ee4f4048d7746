# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeCredits(Model):
    """The cast, crew and guest stars of an episode."""

    cast: list[CastMember] = field(factory=empty_list)
    """The regular cast of the season."""

    crew: list[CrewMember] = field(factory=empty_list)
    """The crew, one entry per person and job; can be empty."""

    guest_stars: list[CastMember] = field(factory=empty_list)
    """The cast members who appear in this episode only."""

    id: int | None = None
    """TMDB's id of the episode; missing in an appended block."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .cast_member import CastMember
from .crew_member import CrewMember
