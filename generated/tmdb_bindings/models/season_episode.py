# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class SeasonEpisode(Model):
    """An episode in the details of its season, with its crew and guest stars."""

    air_date: Date | None = None
    """Air date; null if unknown."""

    crew: list[CrewMember] = field(factory=empty_list)
    """Crew of the episode, one entry per person and job; can be empty."""

    episode_number: int
    """Episode number within the season."""

    episode_type: str | None = None
    """Role in the season: `standard`, `mid_season` or `finale`. Returned since 2024."""

    guest_stars: list[CastMember] = field(factory=empty_list)
    """Guest stars of the episode; can be empty."""

    id: int
    """TMDB's id of the episode."""

    name: str
    """Name in the requested language."""

    overview: str
    """Plot summary in the requested language; empty if there is no translation."""

    production_code: str | None = None
    """Production code; usually empty."""

    runtime: int | None = None
    """Runtime in minutes; null if unknown."""

    season_number: int
    """Season number; 0 contains the specials."""

    show_id: int
    """TMDB's id of the series."""

    still_path: str | None = None
    """Path of the main still; null if there is none."""

    vote_average: float
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int
    """Number of user ratings."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .cast_member import CastMember
from .crew_member import CrewMember
