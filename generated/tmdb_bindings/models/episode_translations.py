# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeTranslations(Model):
    """The translations of an episode."""

    id: int | None = None
    """TMDB's id of the episode; missing in an appended block."""

    translations: list[EpisodeTranslation] = field(factory=empty_list)
    """One entry per language and region."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .episode_translation import EpisodeTranslation
