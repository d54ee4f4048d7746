# Made from tmdb_facade/_async/resources/certifications.py by `make sync`: edit that file, never this one.
"""Age ratings."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class CertificationsResource(Resource):
    """Age ratings: `tmdb.certifications`."""

    _path = "certifications"

    def movies(self) -> models.Certifications:
        """List the age ratings of movies.

        Returns:
            The ratings by country.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/certification-movie-list
        """
        return self._requester.call(api.certifications.movie_list)

    def tv(self) -> models.Certifications:
        """List the age ratings of TV series.

        Returns:
            The ratings by country.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/certifications-tv-list
        """
        return self._requester.call(api.certifications.tv_list)
