# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Season(Model):
    """A season in a TV series' details, a credit, a search by external id or a tagged image."""

    air_date: Date | None = None
    """Air date of the first episode; null if unknown."""

    episode_count: int
    """Number of episodes in the season."""

    id: int
    """TMDB's id of the season."""

    media_type: str | None = None
    """Media type: `tv_season` in lists with several media types; missing in the details of the series."""

    name: str
    """Name in the requested language."""

    overview: str
    """Plot summary in the requested language; empty if there is no translation."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    season_number: int
    """Season number; 0 contains the specials."""

    show_id: int | None = None
    """TMDB's id of the series; missing in the details of the series."""

    vote_average: float | None = None
    """Average user rating from 0 to 10; 0 if there are no votes."""
