# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVImages(Model):
    """The images of a TV series."""

    backdrops: list[Image] = field(factory=empty_list)
    """The backdrops; empty if there are none."""

    id: int | None = None
    """TMDB's id of the series; missing in an appended block."""

    logos: list[Image] = field(factory=empty_list)
    """The title logos; empty if there are none."""

    posters: list[Image] = field(factory=empty_list)
    """The posters; empty if there are none."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .image import Image
