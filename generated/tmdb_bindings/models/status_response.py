# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class StatusResponse(Model):
    """What a write answers. A code of success can hide a failure, so read `success` and `status_code` both."""

    status_code: int | None = None
    """TMDB's own code, not HTTP's; 1 is success, 12 an update, 13 a deletion."""

    status_message: str | None = None
    """The code in words."""

    success: bool | None = None
    """Absent in some older answers."""
