# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ErrorResponse(Model):
    """TMDB's answer to a failed request. An invalid parameter can be reported in `errors` alone, without a status
    code.
    """

    errors: list[str] = field(factory=empty_list)
    """Messages about invalid parameters."""

    failure: bool | None = None
    """True in some errors."""

    status_code: int | None = None
    """TMDB's status code, not the HTTP status."""

    status_message: str | None = None
    """English message for `status_code`."""

    success: bool | None = None
    """False; missing in some errors."""
