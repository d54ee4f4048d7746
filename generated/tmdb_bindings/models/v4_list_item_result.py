# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListItemResult(Model):
    """The result of changing one item of a list."""

    media_id: int
    """TMDB's id of the movie or TV series."""

    media_type: str
    """Media type: `movie` or `tv`."""

    success: bool
    """Whether the item was changed; false if it was already on the list or does not exist."""
