# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AggregateCastMember(Model):
    """A person with all roles played over the episodes."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    gender: int | None = None
    """0 not stated, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    known_for_department: str
    """Department of most of the person's credits."""

    name: str
    order: int
    """Place in the billing."""

    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's score of current interest."""

    profile_path: str | None = None
    """Path of the main portrait; null without one."""

    roles: list[AggregateRole] = field(factory=empty_list)
    total_episode_count: int
    """Episodes over all roles."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .aggregate_role import AggregateRole
