# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class EpisodeGroup(Model):
    """One order of a series' episodes, as a row of the series."""

    description: str | None = None
    """What the order is; can be empty."""

    episode_count: int | None = None
    group_count: int | None = None
    """Number of parts that the order has."""

    id: str
    """TMDB's id of the episode group."""

    name: str
    network: Network | None = None
    """The broadcaster whose order it is; null when it is nobody's."""

    type: int | None = None
    """1 original air date, 2 absolute, 3 DVD, 4 digital, 5 story arc, 6 production, 7 TV."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .network import Network
