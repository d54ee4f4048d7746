# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Job(Model):
    """A department with its jobs."""

    department: str
    """Name of the department, such as `Directing`."""

    jobs: list[str] = field(factory=empty_list)
    """Names of the department's jobs, such as `Director`."""
