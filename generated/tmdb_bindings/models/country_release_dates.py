# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CountryReleaseDates(Model):
    """The release dates of a movie in one country."""

    iso_3166_1: str
    """ISO 3166-1 code of the country."""

    release_dates: list[ReleaseDate] = field(factory=empty_list)
    """The releases in the country."""


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .release_date import ReleaseDate
