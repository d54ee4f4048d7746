# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AccountDetails(Model):
    """A user's account."""

    avatar: Avatar | None = None
    """Avatar images of the account."""

    id: int
    """TMDB's id of the account."""

    include_adult: bool | None = None
    """Whether the user's searches include adult content."""

    iso_3166_1: str | None = None
    """ISO 3166-1 code of the user's region."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the user's language."""

    name: str | None = None
    """Full name; can be empty."""

    username: str
    """User name of the account."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .avatar import Avatar
