# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class UnknownMedia(Model):
    """A result of an unknown media type, with its id and name only."""

    id: int
    """TMDB's id of the entry, unique within its media type."""

    media_type: str | None = None
    """Media type as returned by TMDB."""

    name: str | None = None
    """Name; missing if the entry has a title."""

    title: str | None = None
    """Title; missing if the entry has a name."""
