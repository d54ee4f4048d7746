# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieTranslationData(Model):
    """The translated fields of a movie; a field without a translation is empty."""

    homepage: str
    """URL of the official website in this language; usually empty."""

    overview: str
    """Translated plot summary; can be empty."""

    runtime: int
    """Runtime of this version in minutes; 0 if it is the same as the original's."""

    tagline: str
    """Translated tagline; often empty."""

    title: str
    """Translated title; can be empty."""
