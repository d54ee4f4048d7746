# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class RatedEpisode(Model):
    """An episode together with the rating that the account or guest session gave it."""

    air_date: Date | None = None
    """Day it first aired; null when unknown."""

    episode_number: int
    """Number within the season."""

    episode_type: str | None = None
    """Place in the season: `standard`, `mid_season` or `finale`."""

    id: int
    """TMDB's id of the episode."""

    name: str
    """Name in the requested language."""

    overview: str | None = None
    """Plot in the requested language; empty without a translation."""

    production_code: str | None = None
    """The producer's own number; empty or null without one."""

    rating: float
    """The user's own rating, 0.5 to 10 in steps of 0.5."""

    runtime: int | None = None
    """Length in minutes; null when unknown."""

    season_number: int
    """Number of its season; 0 holds the specials."""

    show_id: int
    """TMDB's id of the series."""

    still_path: str | None = None
    """Path of the main still; null without one."""

    vote_average: float | None = None
    """Mean user rating from 0 to 10; 0 without votes."""

    vote_count: int | None = None
    """Number of user ratings."""
