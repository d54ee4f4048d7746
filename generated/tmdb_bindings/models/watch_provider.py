# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_map


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class WatchProvider(Model):
    """A provider that TMDB has data of."""

    display_priorities: dict[str, int] = field(factory=empty_map)
    """Place in the order of each country it serves, by ISO 3166-1 code."""

    display_priority: int
    """Place in the usual order; lower comes first."""

    logo_path: str
    """Path of the logo; null without one."""

    provider_id: int
    """TMDB's id of the provider."""

    provider_name: str
