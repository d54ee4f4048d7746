# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListAuthor(Model):
    """The creator of a list."""

    avatar_path: str | None = None
    """Path of the avatar image; null if there is none."""

    gravatar_hash: str | None = None
    """Gravatar's hash of the user's email address."""

    id: str
    """Object id of the account, 24 hexadecimal digits."""

    name: str | None = None
    """Full name; can be empty."""

    username: str
    """User name of the creator."""
