# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Session(Model):
    """A user's session."""

    session_id: str
    """Id of the session. It is a credential and does not expire."""

    success: bool | None = None
    """Whether the request succeeded."""
