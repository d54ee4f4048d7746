# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class UserList(Model):
    """A user's list, without its items."""

    description: str
    """Description of the list; can be empty."""

    favorite_count: int
    """Number of users with the list as a favorite."""

    id: int
    """TMDB's id of the list."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the list's region."""

    iso_639_1: str
    """ISO 639-1 code of the list's language."""

    item_count: int
    """Number of items on the list."""

    list_type: str | None = None
    """Kind of the items, such as `movie`; missing in the lists of a TV series."""

    name: str
    """Name of the list."""

    poster_path: str | None = None
    """Path of the poster; usually null."""
