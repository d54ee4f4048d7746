# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeGroupPart(Model):
    """A part of an episode group, such as a volume or a story arc."""

    episodes: list[GroupedEpisode] = field(factory=empty_list)
    """Episodes of the part."""

    id: str
    """TMDB's id of the part."""

    locked: bool | None = None
    """Whether the part is locked against edits by TMDB's users."""

    name: str
    """Name of the part."""

    order: int | None = None
    """Position of the part, starting at 1; specials can be 0."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .grouped_episode import GroupedEpisode
