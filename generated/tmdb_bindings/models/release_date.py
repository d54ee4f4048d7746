# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from ..runtime.model import Model
from ..runtime.values import Timestamp, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class ReleaseDate(Model):
    """A release of a movie in one country."""

    certification: str
    """Certification, such as `PG-13`; empty if unknown."""

    descriptors: list[str] = field(factory=empty_list)
    """Reasons for the certification."""

    iso_639_1: str | None = None
    """ISO 639-1 code of the release's language; usually empty."""

    note: str
    """Free text, such as a festival or a platform; usually empty."""

    release_date: Timestamp
    """Date of the release, as midnight UTC."""

    type: int
    """Type of release: 1 premiere, 2 limited theatrical, 3 theatrical, 4 digital, 5 physical, 6 TV."""
