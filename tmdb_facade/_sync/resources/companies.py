# Made from tmdb_facade/_async/resources/companies.py by `make sync`: edit that file, never this one.
"""Production companies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._core.request.append import append_text
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_bindings.append import CompanyBlock
    from tmdb_bindings.runtime import Append
    from tmdb_facade.models import AlternativeNames, CompanyDetails, CompanyImages

K = TypeVar("K", bound="CompanyBlock")


class CompaniesResource(Resource):
    """Production companies: `tmdb.companies`."""

    @overload
    def details(self, company_id: int, *, append: None = None) -> CompanyDetails: ...
    @overload
    def details(self, company_id: int, *, append: Append[K]) -> CompanyDetails[K]: ...
    @overload
    def details(self, company_id: int, *, append: list[str]) -> CompanyDetails[Any]: ...
    def details(self, company_id: int, *, append: Append[Any] | list[str] | None = None) -> CompanyDetails[Any]:
        """Give one production company.

        Args:
            company_id: TMDB's id of the company.
            append: What else to give along with it: `CompanyAppend.MOVIES | CompanyAppend.IMAGES`, or a list of names.
                Each becomes an attribute of the company (`company.movies`).

        Returns:
            The company, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such company.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append.

        https://developer.themoviedb.org/reference/company-details
        """
        return self._requester.call(
            api.companies.details, company_id, append_to_response=append_text(append, api.companies.details.operation)
        )

    def alternative_names(self, company_id: int) -> AlternativeNames:
        """List the other names of a production company.

        Args:
            company_id: TMDB's id of the company.

        Returns:
            The names.

        Raises:
            NotFoundError: There is no such company.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/company-alternative-names
        """
        return self._requester.call(api.companies.alternative_names, company_id)

    def images(self, company_id: int) -> CompanyImages:
        """List the logos of a production company.

        Args:
            company_id: TMDB's id of the company.

        Returns:
            The logos.

        Raises:
            NotFoundError: There is no such company.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/company-images
        """
        return self._requester.call(api.companies.images, company_id)
