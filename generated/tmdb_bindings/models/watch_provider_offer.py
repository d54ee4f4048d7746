# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class WatchProviderOffer(Model):
    """A watch provider that offers a title."""

    display_priority: int
    """Position in the country's display order; lower values come first."""

    logo_path: str
    """Path of the logo; null if there is none."""

    provider_id: int
    """TMDB's id of the watch provider."""

    provider_name: str
    """Name of the watch provider."""
