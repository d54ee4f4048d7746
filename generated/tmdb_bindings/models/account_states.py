# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AccountStates(Model):
    """A user's or guest's favorite, rating and watchlist state of a movie, TV series or episode."""

    favorite: bool | None = None
    """Whether the title is a favorite; missing for an episode in some answers."""

    id: int | None = None
    """TMDB's id of the title; missing in an appended block."""

    rated: bool | RatedValue
    """The rating; false if not rated."""

    watchlist: bool | None = None
    """Whether the title is on the watchlist; missing for an episode in some answers."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .rated_value import RatedValue
