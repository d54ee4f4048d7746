# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_map


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class WatchProvider(Model):
    """A watch provider."""

    display_priorities: dict[str, int] = field(factory=empty_map)
    """Position in the display order, by ISO 3166-1 code of the provider's countries."""

    display_priority: int
    """Position in the display order; lower values come first."""

    logo_path: str
    """Path of the logo; null if there is none."""

    provider_id: int
    """TMDB's id of the watch provider."""

    provider_name: str
    """Name of the watch provider."""
