# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeTranslationData(Model):
    """The translated fields of an episode; a field without a translation is empty."""

    name: str | None = None
    """Translated name; can be empty."""

    overview: str | None = None
    """Translated plot summary; can be empty."""
