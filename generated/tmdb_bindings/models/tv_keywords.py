# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVKeywords(Model):
    """The keywords of a TV series."""

    id: int | None = None
    """TMDB's id of the series; missing in an appended block."""

    results: list[Keyword] = field(factory=empty_list)
    """The keywords of the series."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .keyword import Keyword
