# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeGroup(Model):
    """An episode group of a TV series, without its parts."""

    description: str | None = None
    """Description of the order; can be empty."""

    episode_count: int | None = None
    """Number of episodes in the group."""

    group_count: int | None = None
    """Number of parts in the group."""

    id: str
    """TMDB's id of the episode group."""

    name: str
    """Name of the group."""

    network: Network | None = None
    """Network whose order this is; null if there is none."""

    type: int | None = None
    """Kind of order: 1 original air date, 2 absolute, 3 DVD, 4 digital, 5 story arc, 6 production, 7 TV."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .network import Network
