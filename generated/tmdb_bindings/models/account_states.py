# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AccountStates(Model):
    """What the account or guest session did with a film, series or episode."""

    favorite: bool | None = None
    """Whether it is a favourite; absent for a single episode in some answers."""

    id: int | None = None
    """TMDB's id of the title; absent when appended to the details."""

    rated: bool | RatedValue
    """False, or the rating."""

    watchlist: bool | None = None
    """Whether it is on the watchlist; absent for a single episode in some answers."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .rated_value import RatedValue
