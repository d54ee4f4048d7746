# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class UserList(Model):
    """A user's list as a row."""

    description: str
    """Can be empty."""

    favorite_count: int
    """Number of users who marked the list."""

    id: int
    """TMDB's id of the list."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the list's region."""

    iso_639_1: str
    """ISO 639-1 code of the list's language."""

    item_count: int
    list_type: str | None = None
    """Kind of the items, such as `movie`; absent in the lists of a series."""

    name: str
    poster_path: str | None = None
    """Path of the poster; mostly null."""
