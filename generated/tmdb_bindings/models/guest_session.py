# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class GuestSession(Model):
    """A session of nobody in particular; it can rate, and nothing else."""

    expires_at: Timestamp
    """When it expires unless it was used."""

    guest_session_id: str
    """The session."""

    success: bool | None = None
