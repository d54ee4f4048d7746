# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class GuestSession(Model):
    """A guest session, which can rate without an account."""

    expires_at: Timestamp
    """Time at which an unused session expires."""

    guest_session_id: str
    """Id of the guest session. It is a credential."""

    success: bool | None = None
    """Whether the request succeeded."""
