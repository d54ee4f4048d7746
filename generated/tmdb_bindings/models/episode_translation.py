# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeTranslation(Model):
    """An episode's translation into one language and region."""

    data: EpisodeTranslationData
    """The translated fields."""

    english_name: str | None = None
    """Name of the language in English."""

    iso_3166_1: str
    """ISO 3166-1 code of the region."""

    iso_639_1: str
    """ISO 639-1 code of the language."""

    name: str | None = None
    """Name of the language in that language; can be empty."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .episode_translation_data import EpisodeTranslationData
