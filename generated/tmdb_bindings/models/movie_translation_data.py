# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieTranslationData(Model):
    """The translated fields of a film; empty where the language has none of its own."""

    homepage: str
    overview: str
    runtime: int
    """Length of this version in minutes; 0 when it does not differ."""

    tagline: str
    title: str
