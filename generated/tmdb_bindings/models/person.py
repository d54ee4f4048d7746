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
    """A person in a list or among search results."""

    adult: bool
    """Whether TMDB marks the person as an adult performer."""

    gender: int
    """Gender: 0 not specified, 1 female, 2 male, 3 non-binary."""

    id: int
    """TMDB's id of the person."""

    known_for: list[KnownFor] = field(factory=empty_list)
    """Up to three titles; missing in trending lists since 2025."""

    known_for_department: str | None = None
    """Department of most of the person's credits, such as `Acting`."""

    media_type: str | None = None
    """Media type: `person` in lists with several media types; missing in lists of people."""

    name: str
    """Name of the person."""

    original_name: str
    """Name in its original script."""

    popularity: float
    """TMDB's popularity score; has no upper limit and is recalculated daily."""

    profile_path: str | None = None
    """Path of the main profile image, to be appended to an image base URL and a profile size; null if there is
    none.
    """

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
