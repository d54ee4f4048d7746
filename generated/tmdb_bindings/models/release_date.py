# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Timestamp, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ReleaseDate(Model):
    """One release of a film in one country."""

    certification: str
    """Age rating, such as `PG-13`; empty when unknown."""

    descriptors: list[str] = field(factory=empty_list)
    """Reasons for the age rating."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the release's language; mostly empty."""

    note: str
    """Free words, such as a festival or a platform; mostly empty."""

    release_date: Timestamp
    """Day of the release, as midnight UTC."""

    type: int
    """1 premiere, 2 limited cinemas, 3 cinemas, 4 digital, 5 physical, 6 television."""
