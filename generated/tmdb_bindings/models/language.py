# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Language(Model):
    """A language."""

    english_name: str
    """Name in English."""

    iso_639_1: str
    """ISO 639-1 code; `xx` means no language."""

    name: str
    """Name in the language itself; often empty."""
