# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CollectionMatch(Model):
    """A collection in a list with several media types, where `title` contains its name."""

    adult: bool | None = None
    """Whether TMDB marks the collection as adult content."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    id: int
    """TMDB's id of the collection."""

    media_type: str
    """Media type: always `collection`."""

    original_language: str | None = None
    """ISO 639-1 code of the original language."""

    original_title: str | None = None
    """Name in the original language."""

    overview: str | None = None
    """Overview in the requested language; empty if there is no translation."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""

    title: str
    """Name in the requested language."""
