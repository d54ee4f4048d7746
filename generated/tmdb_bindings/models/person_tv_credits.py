# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class PersonTVCredits(Model):
    """The TV credits of a person."""

    cast: list[TVCastCredit] = field(factory=empty_list)
    """TV series in which the person acts."""

    crew: list[TVCrewCredit] = field(factory=empty_list)
    """TV series on which the person worked, one entry per job."""

    id: int | None = None
    """TMDB's id of the person; missing in an appended block."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .tv_cast_credit import TVCastCredit
from .tv_crew_credit import TVCrewCredit
