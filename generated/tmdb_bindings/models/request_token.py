# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class RequestToken(Model):
    """A request token, to be approved by the user and then exchanged for a session."""

    expires_at: Timestamp
    """Time at which an unused token expires, one hour after its creation."""

    request_token: str
    """The request token."""

    success: bool | None = None
    """Whether the request succeeded."""
