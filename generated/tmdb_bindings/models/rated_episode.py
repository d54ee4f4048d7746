# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class RatedEpisode(Model):
    """An episode with the rating of the account or guest session."""

    air_date: Date | None = None
    """Air date; null if unknown."""

    episode_number: int
    """Episode number within the season."""

    episode_type: str | None = None
    """Role in the season: `standard`, `mid_season` or `finale`."""

    id: int
    """TMDB's id of the episode."""

    name: str
    """Name in the requested language."""

    overview: str | None = None
    """Plot summary in the requested language; empty if there is no translation."""

    production_code: str | None = None
    """Production code; empty or null if there is none."""

    rating: float
    """The user's rating, from 0.5 to 10 in steps of 0.5."""

    runtime: int | None = None
    """Runtime in minutes; null if unknown."""

    season_number: int
    """Season number; 0 contains the specials."""

    show_id: int
    """TMDB's id of the series."""

    still_path: str | None = None
    """Path of the main still; null if there is none."""

    vote_average: float | None = None
    """Average user rating from 0 to 10; 0 if there are no votes."""

    vote_count: int | None = None
    """Number of user ratings."""
