# Written by `python -m scripts.regenerate` from openapi/tmdb.json: edit what that is made from, never this file.
from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Generic

from attrs import define

from ..append import CompanyBlocks
from ..runtime.details import Appendable, AppendedBlock, Details

if TYPE_CHECKING:
    from ..append import CompanyHasAlternativeNames, CompanyHasImages, CompanyHasMovies
    from .alternative_names import AlternativeNames
    from .company_images import CompanyImages
    from .movie_page import MoviePage


@define(slots=True, kw_only=True, eq=False, repr=False, weakref_slot=False, match_args=False, getstate_setstate=False)
class CompanyDetails(Details, Generic[CompanyBlocks]):
    """The full record of one company, with the blocks that were appended to the call."""

    description: str | None = None
    """Mostly empty."""

    headquarters: str | None = None
    """Place in free words; can be empty."""

    homepage: str | None = None
    """Official website; can be empty."""

    id: int
    """TMDB's id of the company."""

    logo_path: str | None = None
    """Path of the main logo; null without one."""

    name: str
    origin_country: str | None = None
    """ISO 3166-1 code of its country; can be empty."""

    parent_company: ParentCompany | None = None
    """The company that owns it; null when there is none."""

    __appendable__: ClassVar[Appendable] = {
        "alternative_names": AppendedBlock("alternative_names:AlternativeNames", "CompanyAppend.ALTERNATIVE_NAMES"),
        "images": AppendedBlock("company_images:CompanyImages", "CompanyAppend.IMAGES"),
        "movies": AppendedBlock("movie_page:MoviePage", "CompanyAppend.MOVIES"),
    }

    @property
    def alternative_names(self: CompanyDetails[CompanyHasAlternativeNames]) -> AlternativeNames:
        """The other names of a company or network."""
        block: AlternativeNames = self._block("alternative_names")
        return block

    @property
    def images(self: CompanyDetails[CompanyHasImages]) -> CompanyImages:
        """The logos of a company."""
        block: CompanyImages = self._block("images")
        return block

    @property
    def movies(self: CompanyDetails[CompanyHasMovies]) -> MoviePage:
        """One page of films."""
        block: MoviePage = self._block("movies")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .parent_company import ParentCompany
