# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class V4ListItemResults(Model):
    """The answer to a change of a list's items. The request can succeed while single items fail."""

    results: list[V4ListItemResult] = field(factory=empty_list)
    """One result per item."""

    status_code: int | None = None
    """TMDB's status code, not the HTTP status."""

    status_message: str | None = None
    """English message for `status_code`."""

    success: bool | None = None
    """Whether the request as a whole succeeded; single items can still fail."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .v4_list_item_result import V4ListItemResult
