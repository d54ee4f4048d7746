# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define, field

from .. import unions
from .._runtime.model import Model
from .._runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Person(Model):
    """A person in a list."""

    id: int
    media_type: str | None = None
    name: str
    known_for: list[KnownFor] = field(factory=empty_list)

    __unions__ = {
        "known_for": unions.KNOWN_FOR,
    }

    def __attrs_post_init__(self) -> None:
        self.known_for = unions.KNOWN_FOR.many(self.known_for)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
if TYPE_CHECKING:
    from .known_for import KnownFor
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as KnownFor
