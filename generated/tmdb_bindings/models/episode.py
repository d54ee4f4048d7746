# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Episode(Model):
    """An episode as a row of a series, of a credit, of a search by external id or of a tagged image."""

    air_date: Date | None = None
    """Day it first aired or will air; null when unknown."""

    episode_number: int
    """Number within the season."""

    episode_type: str | None = None
    """Place in the season: `standard`, `mid_season` or `finale`. Sent since 2024."""

    id: int
    """TMDB's id of the episode."""

    media_type: str | None = None
    """`tv_episode` where kinds can be mixed; absent in the details of the series."""

    name: str
    """Name in the requested language."""

    overview: str
    """Plot in the requested language; empty without a translation."""

    production_code: str
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
