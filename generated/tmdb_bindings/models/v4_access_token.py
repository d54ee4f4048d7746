# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4AccessToken(Model):
    """A user's access token."""

    access_token: str
    """The access token. It is a credential and does not expire."""

    account_id: str
    """Object id of the account, 24 hexadecimal digits; not the numeric id of v3."""

    status_code: int | None = None
    """TMDB's status code, not the HTTP status."""

    status_message: str | None = None
    """English message for `status_code`."""

    success: bool | None = None
    """Whether the request succeeded."""
