# Made from tmdb_facade/_async/resources/certifications.py by `make sync`: edit that file, never this one.
"""Age ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade.models import Certifications


class CertificationsResource(Resource):
    """Age ratings: `tmdb.certifications`."""

    _path = "certifications"

    def movies(self) -> Certifications:
        """List the age ratings of movies.

        Returns:
            The ratings by country.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/certification-movie-list
        """
        return self._requester.call(api.certifications.movie_list)

    def tv(self) -> Certifications:
        """List the age ratings of TV series.

        Returns:
            The ratings by country.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/certifications-tv-list
        """
        return self._requester.call(api.certifications.tv_list)
