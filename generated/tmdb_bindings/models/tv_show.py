# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from attrs import define, field

from .._runtime.model import Model
from .._runtime.values import Date, NullableList, empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TVShow(Model):
    """A show in a list."""

    id: int
    media_type: str | None = None
    name: str
    first_air_date: Date | None = None
    origin_country: NullableList[str] = field(factory=empty_list)

    def __attrs_post_init__(self) -> None:
        self.origin_country = self.origin_country or []
