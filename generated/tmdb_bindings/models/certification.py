# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Certification(Model):
    """A certification (age rating) of a country."""

    certification: str
    """The certification, such as `PG-13`."""

    meaning: str
    """Meaning of the certification; can be empty."""

    order: int
    """Position in the country's order, starting with the least restrictive."""
