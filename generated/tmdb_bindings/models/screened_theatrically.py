# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ScreenedTheatrically(Model):
    """The episodes of a TV series that were screened in theaters."""

    id: int | None = None
    """TMDB's id of the series; missing in an appended block."""

    results: list[ScreenedEpisode] = field(factory=empty_list)
    """The screened episodes; can be empty."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .screened_episode import ScreenedEpisode
