# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CollectionTranslationData(Model):
    """The translated fields of a collection; a field without a translation is empty."""

    homepage: str | None = None
    """URL of the official website in this language; usually empty."""

    overview: str | None = None
    """Translated overview; can be empty."""

    title: str | None = None
    """Translated title; can be empty."""
