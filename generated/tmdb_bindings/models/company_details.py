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
    """A production company's details, with the blocks appended to the request."""

    description: str | None = None
    """Description of the company; usually empty."""

    headquarters: str | None = None
    """Location of the headquarters as free text; can be empty."""

    homepage: str | None = None
    """URL of the official website; can be empty."""

    id: int
    """TMDB's id of the company."""

    logo_path: str | None = None
    """Path of the main logo; null if there is none."""

    name: str
    """Name of the company."""

    origin_country: str | None = None
    """ISO 3166-1 code of the company's country; can be empty."""

    parent_company: ParentCompany | None = None
    """The company that owns this one; null if there is none."""

    __appendable__: ClassVar[Appendable] = {
        "alternative_names": AppendedBlock("alternative_names:AlternativeNames", "CompanyAppend.ALTERNATIVE_NAMES"),
        "images": AppendedBlock("company_images:CompanyImages", "CompanyAppend.IMAGES"),
        "movies": AppendedBlock("movie_page:MoviePage", "CompanyAppend.MOVIES"),
    }

    @property
    def alternative_names(self: CompanyDetails[CompanyHasAlternativeNames]) -> AlternativeNames:
        """The alternative names of a company or network."""
        block: AlternativeNames = self._block("alternative_names")
        return block

    @property
    def images(self: CompanyDetails[CompanyHasImages]) -> CompanyImages:
        """The logos of a company."""
        block: CompanyImages = self._block("images")
        return block

    @property
    def movies(self: CompanyDetails[CompanyHasMovies]) -> MoviePage:
        """One page of movies."""
        block: MoviePage = self._block("movies")
        return block


# At the bottom, because models refer to each other in circles; at run time, because the decoder reads annotations.
from .parent_company import ParentCompany
