# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model
from ..runtime.values import Date


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class DateRange(Model):
    """A range of dates, both ends included."""

    maximum: Date
    """Last date."""

    minimum: Date
    """First date."""
