# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from .._runtime.model import Model
from .._runtime.values import Date, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Movie(Model):
    """A film in a list."""

    id: int
    """TMDB's id of the film."""

    media_type: str | None = None
    title: str
    """Title in the language of the request."""

    release_date: Date | None = None
    """First release."""

    genre_ids: list[int] = field(factory=empty_list)
    vote_average: float | None = None
