# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from attrs import define

from .. import unions
from ..runtime.model import Model
from ..runtime.unions import Unions


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CreditDetails(Model):
    """A credit's details, with its title and person."""

    credit_type: str
    """`cast` or `crew`; other values occur, such as `creator`."""

    department: str | None = None
    """Department of the job, such as `Acting`."""

    id: str
    """TMDB's id of the credit."""

    job: str | None = None
    """Job of the person, such as `Actor` or `Director`."""

    media: CreditMedia
    """The movie or TV series."""

    media_type: str
    """Media type: `movie` or `tv`."""

    person: Person
    """The credited person."""

    __unions__: ClassVar[Unions] = {
        "media": unions.CREDIT_MEDIA,
    }

    def __attrs_post_init__(self) -> None:
        self.media = unions.CREDIT_MEDIA.one(self.media)


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .person import Person

if TYPE_CHECKING:
    from .credit_media import CreditMedia
else:
    # The decoder leaves entries of these undecoded; `__attrs_post_init__` reads them by their tag.
    from msgspec import Raw as CreditMedia
