# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ErrorResponse(Model):
    """What TMDB answers instead of a result. A bad parameter can come as `errors` alone, without a code."""

    errors: list[str] = field(factory=empty_list)
    """What is wrong with the parameters."""

    failure: bool | None = None
    """True beside `success` false in some refusals."""

    status_code: int | None = None
    """TMDB's own code, not HTTP's."""

    status_message: str | None = None
    """The code in words."""

    success: bool | None = None
