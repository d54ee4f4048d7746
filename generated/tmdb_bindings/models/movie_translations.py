# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class MovieTranslations(Model):
    """All translations of a film."""

    id: int | None = None
    """TMDB's id of the film; absent when appended to the details."""

    translations: list[MovieTranslation] = field(factory=empty_list)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .movie_translation import MovieTranslation
