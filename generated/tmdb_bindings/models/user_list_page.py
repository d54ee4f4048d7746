# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class UserListPage(Model):
    """One page of the lists of an account, or of the lists that contain a movie or TV series."""

    id: int | None = None
    """TMDB's id of the movie or TV series; missing in an account's own lists and in an appended block."""

    page: int
    """Page number, starting at 1."""

    results: list[UserList] = field(factory=empty_list)
    """The lists on this page."""

    total_pages: int
    """Total number of pages."""

    total_results: int
    """Total number of lists on all pages."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .user_list import UserList
