# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Collection(Model):
    """A collection as a search result."""

    adult: bool | None = None
    """Whether TMDB marks the collection as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    id: int
    """TMDB's id of the collection."""

    media_type: str | None = None
    """Media type: `collection` in lists with several media types; missing in lists of collections."""

    name: str
    """Name in the requested language."""

    original_language: str | None = None
    """ISO 639-1 code of the original language."""

    original_name: str | None = None
    """Name in the original language."""

    overview: str | None = None
    """Overview in the requested language; empty if there is no translation."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    softcore: bool | None = None
    """Whether TMDB marks the collection as softcore. Returned since 2026."""
