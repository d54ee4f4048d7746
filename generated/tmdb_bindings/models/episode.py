# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Episode(Model):
    """An episode in a TV series' details, a credit, a search by external id or a tagged image."""

    air_date: Date | None = None
    """Air date, past or scheduled; null if unknown."""

    episode_number: int
    """Episode number within the season."""

    episode_type: str | None = None
    """Role in the season: `standard`, `mid_season` or `finale`. Returned since 2024."""

    id: int
    """TMDB's id of the episode."""

    media_type: str | None = None
    """Media type: `tv_episode` in lists with several media types; missing in the details of the series."""

    name: str
    """Name in the requested language."""

    overview: str
    """Plot summary in the requested language; empty if there is no translation."""

    production_code: str
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
