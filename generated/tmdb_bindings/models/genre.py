# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Genre(Model):
    """A genre of movies or TV series."""

    id: int
    """TMDB's id of the genre."""

    name: str
    """Name in the requested language."""
