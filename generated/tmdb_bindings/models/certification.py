# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Certification(Model):
    """One age rating of a country."""

    certification: str
    """The rating, such as `PG-13`."""

    meaning: str
    """What it stands for; can be empty."""

    order: int
    """Place in the country's scale, from the mildest up."""
