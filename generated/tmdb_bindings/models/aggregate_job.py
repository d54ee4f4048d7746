# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class AggregateJob(Model):
    """A job with its number of episodes."""

    credit_id: str
    """TMDB's id of the credit."""

    episode_count: int
    """Number of episodes with this job."""

    job: str
    """Job, such as `Director`."""
