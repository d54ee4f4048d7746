# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class SeasonEpisode(Model):
    """An episode within the details of its season, with its crew and guest stars."""

    air_date: Date | None = None
    """Day it first aired; null when unknown."""

    crew: list[CrewMember] = field(factory=empty_list)
    episode_number: int
    """Number within the season."""

    episode_type: str | None = None
    """Place in the season: `standard`, `mid_season` or `finale`. Sent since 2024."""

    guest_stars: list[CastMember] = field(factory=empty_list)
    id: int
    """TMDB's id of the episode."""

    name: str
    """Name in the requested language."""

    overview: str
    """Plot in the requested language; empty without a translation."""

    production_code: str | None = None
    """The producer's own number; mostly empty."""

    runtime: int | None = None
    """Length in minutes; null when unknown."""

    season_number: int
    """Number of its season; 0 holds the specials."""

    show_id: int
    """TMDB's id of the series."""

    still_path: str | None = None
    """Path of the main still; null without one."""

    vote_average: float
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int
    """Number of user ratings."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .cast_member import CastMember
from .crew_member import CrewMember
