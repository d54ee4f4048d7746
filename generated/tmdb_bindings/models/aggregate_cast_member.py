# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AggregateCastMember(Model):
    """A member of the cast with all roles in the episodes."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    gender: int | None = None
    """Gender: 0 not specified, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    known_for_department: str
    """Department of most of the person's credits, such as `Acting`."""

    name: str
    """Name of the person."""

    order: int
    """Position in the billing order."""

    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's popularity score."""

    profile_path: str | None = None
    """Path of the main profile image; null if there is none."""

    roles: list[AggregateRole] = field(factory=empty_list)
    """The person's roles."""

    total_episode_count: int
    """Number of episodes of all roles."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .aggregate_role import AggregateRole
