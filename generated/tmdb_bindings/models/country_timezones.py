# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CountryTimezones(Model):
    """The time zones of a country."""

    iso_3166_1: str
    """ISO 3166-1 code of the country."""

    zones: list[str] = field(factory=empty_list)
    """Names from the tz database, such as `Europe/Berlin`."""
