# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from .._runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AccountStates(Model):
    """What the user did with a film."""

    id: int | None = None
    favorite: bool | None = None
    rated: bool | Rating | None = None


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .rating import Rating
