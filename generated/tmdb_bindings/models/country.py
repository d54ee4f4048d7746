# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Country(Model):
    """A country."""

    english_name: str
    """Name in English."""

    iso_3166_1: str
    """ISO 3166-1 code; includes some codes that are no longer in use."""

    native_name: str
    """Name in the requested language."""
