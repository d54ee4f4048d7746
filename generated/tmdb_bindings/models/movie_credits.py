# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieCredits(Model):
    """The cast and crew of a movie."""

    cast: list[MovieCastMember] = field(factory=empty_list)
    """The cast, in billing order."""

    crew: list[CrewMember] = field(factory=empty_list)
    """The crew, one entry per person and job; can be empty."""

    id: int | None = None
    """TMDB's id of the movie; missing in an appended block."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .crew_member import CrewMember
from .movie_cast_member import MovieCastMember
