# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_map


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class WatchProviders(Model):
    """The watch providers of a movie, TV series or season, by country."""

    id: int | None = None
    """TMDB's id of the title; missing in an appended block."""

    results: dict[str, CountryWatchProviders] = field(factory=empty_map)
    """Watch providers by ISO 3166-1 code; empty if there are none."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .country_watch_providers import CountryWatchProviders
