# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ScreenedEpisode(Model):
    """An episode that was screened in theaters."""

    episode_number: int
    """Episode number within the season."""

    id: int
    """TMDB's id of the episode."""

    season_number: int
    """Season number; 0 contains the specials."""
