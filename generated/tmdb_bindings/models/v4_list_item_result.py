# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListItemResult(Model):
    """The outcome of one item."""

    media_id: int
    """TMDB's id of the film or series."""

    media_type: str
    """`movie` or `tv`."""

    success: bool
    """Whether the item was written; false when it already was there, or never existed."""
