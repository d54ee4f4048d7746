# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class StatusResponse(Model):
    """The answer to a write. A status code of success can hide a failure: check both `success` and `status_code`."""

    status_code: int | None = None
    """TMDB's status code, not the HTTP status; 1 is success, 12 an update, 13 a deletion."""

    status_message: str | None = None
    """English message for `status_code`."""

    success: bool | None = None
    """Whether the request succeeded; missing in some older answers."""
