# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CollectionReference(Model):
    """The collection that a movie belongs to."""

    backdrop_path: str | None = None
    """Path of the main backdrop; null if there is none."""

    id: int
    """TMDB's id of the collection."""

    name: str
    """Name in the requested language."""

    poster_path: str | None = None
    """Path of the main poster; null if there is none."""
