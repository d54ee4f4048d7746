# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define

from ..runtime.model import Model


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class NetworkDetails(Model):
    """The full record of one network."""

    headquarters: str | None = None
    """Place in free words; can be empty."""

    homepage: str | None = None
    """Official website; can be empty."""

    id: int
    """TMDB's id of the network."""

    logo_path: str | None = None
    """Path of the main logo; null without one."""

    name: str
    origin_country: str | None = None
    """ISO 3166-1 code of its country; can be empty."""
