# Written by `python scripts/regenerate.py` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import define

from .. import unions
from .._runtime.model import Model
from .._runtime.values import Maybe


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class TaggedImage(Model):
    """An image of a person in some work."""

    file_path: str
    media: Maybe[KnownFor] = None
    width: int | None = None

    __unions__ = {
        "media": unions.KNOWN_FOR,
    }

    def __attrs_post_init__(self) -> None:
        self.media = unions.KNOWN_FOR.maybe(self.media)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
if TYPE_CHECKING:
    from .known_for import KnownFor
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as KnownFor
