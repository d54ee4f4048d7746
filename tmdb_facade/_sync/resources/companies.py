# Made from tmdb_facade/_async/resources/companies.py by `make sync`: edit that file, never this one.
"""Production companies."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.details import CompanyDetailsResource


class CompaniesResource(CompanyDetailsResource):
    """Production companies: `tmdb.companies`."""

    _path = "companies"

    def alternative_names(self, company_id: int) -> models.AlternativeNames:
        """List a production company's alternative names.

        Args:
            company_id: TMDB's id of the company.

        Returns:
            The names.

        Raises:
            NotFoundError: No company has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/company-alternative-names
        """
        return self._requester.call(api.companies.alternative_names, company_id)

    def images(self, company_id: int) -> models.CompanyImages:
        """List a production company's logos.

        Args:
            company_id: TMDB's id of the company.

        Returns:
            The logos.

        Raises:
            NotFoundError: No company has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/company-images
        """
        return self._requester.call(api.companies.images, company_id)
