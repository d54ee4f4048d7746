# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AggregateCredits(Model):
    """The cast and crew of all episodes of a TV series or season, one entry per person."""

    cast: list[AggregateCastMember] = field(factory=empty_list)
    """The cast, one entry per person."""

    crew: list[AggregateCrewMember] = field(factory=empty_list)
    """The crew, one entry per person and department."""

    id: int | None = None
    """TMDB's id of the series or season; missing in an appended block."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .aggregate_cast_member import AggregateCastMember
from .aggregate_crew_member import AggregateCrewMember
