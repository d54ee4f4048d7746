# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Timestamp


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class RequestToken(Model):
    """A token that a user has to approve, or did approve by login, before it can become a session."""

    expires_at: Timestamp
    """When it expires unless it was used; an hour after it was made."""

    request_token: str
    """The token."""

    success: bool | None = None
