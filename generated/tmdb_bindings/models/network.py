# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Network(Model):
    """A network in a list: a broadcaster or a streaming platform."""

    id: int
    """TMDB's id of the network."""

    logo_path: str | None = None
    """Path of the main logo; null if there is none."""

    name: str
    """Name of the network."""

    origin_country: str
    """ISO 3166-1 code of the network's country; can be empty."""
