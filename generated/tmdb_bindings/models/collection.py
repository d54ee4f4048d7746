# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Collection(Model):
    """A collection of films as a search result."""

    adult: bool | None = None
    """Whether TMDB marks the collection as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null without one."""

    id: int
    """TMDB's id of the collection."""

    media_type: str | None = None
    """`collection` where kinds are mixed; absent in lists of collections."""

    name: str
    """Name in the requested language."""

    original_language: str | None = None
    """ISO 639-1 code."""

    original_name: str | None = None
    """Name in the original language."""

    overview: str | None = None
    """Description in the requested language; empty without a translation."""

    poster_path: str | None = None
    """Path of the main poster; null without one."""

    softcore: bool | None = None
    """Whether TMDB marks the collection as softcore. Sent since 2026."""
