# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeAccountState(Model):
    """A user's or guest's rating of one episode of a season."""

    episode_number: int
    """Episode number within the season."""

    id: int
    """TMDB's id of the episode."""

    rated: bool | RatedValue
    """The rating; false if not rated."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .rated_value import RatedValue
