# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Season(Model):
    """A season as a row of its series, of a credit, of a search by external id or of a tagged image."""

    air_date: Date | None = None
    """Day the first episode aired; null when unknown."""

    episode_count: int
    id: int
    """TMDB's id of the season."""

    media_type: str | None = None
    """`tv_season` where kinds can be mixed; absent in the details of the series."""

    name: str
    """Name in the requested language."""

    overview: str
    """Plot in the requested language; empty without a translation."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    season_number: int
    """Number within the series; 0 holds the specials."""

    show_id: int | None = None
    """TMDB's id of the series; absent in the details of the series."""

    vote_average: float | None = None
    """Mean user rating from 0 to 10; 0 without votes."""
