# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeGroupPart(Model):
    """One part of an episode group, such as a volume or an arc."""

    episodes: list[GroupedEpisode] = field(factory=empty_list)
    id: str
    """TMDB's id of the part."""

    locked: bool | None = None
    """Whether the part is closed for changes by TMDB's users."""

    name: str
    order: int | None = None
    """Place among the parts, from 1; specials can be 0."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .grouped_episode import GroupedEpisode
