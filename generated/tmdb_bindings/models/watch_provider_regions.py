# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class WatchProviderRegions(Model):
    """The countries with watch provider data."""

    results: list[Country] = field(factory=empty_list)
    """The countries."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .country import Country
