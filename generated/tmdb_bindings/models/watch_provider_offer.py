# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class WatchProviderOffer(Model):
    """A provider that offers a title."""

    display_priority: int
    """Place in the country's usual order; lower comes first."""

    logo_path: str
    """Path of the logo; null without one."""

    provider_id: int
    """TMDB's id of the provider."""

    provider_name: str
