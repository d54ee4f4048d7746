# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define, field

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions
from ..runtime.values import empty_list


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class PersonCombinedCredits(Model):
    """The movie and TV credits of a person."""

    cast: list[CastCredit] = field(factory=empty_list)
    """Movies and TV series in which the person acts."""

    crew: list[CrewCredit] = field(factory=empty_list)
    """Movies and TV series on which the person worked, one entry per job."""

    id: int | None = None
    """TMDB's id of the person; missing in an appended block."""

    __unions__: ClassVar[Unions] = {
        "cast": unions.CAST_CREDIT,
        "crew": unions.CREW_CREDIT,
    }

    def __attrs_post_init__(self) -> None:
        self.cast = unions.CAST_CREDIT.many(self.cast)
        self.crew = unions.CREW_CREDIT.many(self.crew)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
if TYPE_CHECKING:
    from .cast_credit import CastCredit
    from .crew_credit import CrewCredit
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as CastCredit
    from msgspec import Raw as CrewCredit
