# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class Person(Model):
    """A person as a row of a list, a search result or a member of a union."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    gender: int
    """0 not stated, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    known_for: list[KnownFor] = field(factory=empty_list)
    """Up to three titles; absent in trending lists since 2025."""

    known_for_department: str | None = None
    """Department of most credits, such as `Acting`."""

    media_type: str | None = None
    """`person` where kinds can be mixed; absent in lists that hold people only."""

    name: str
    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's score of current interest; open-ended and recalculated daily."""

    profile_path: str | None = None
    """Path of the main portrait, to be put behind an image base URL and a profile size; null without one."""

    __unions__: ClassVar[Unions] = {
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
