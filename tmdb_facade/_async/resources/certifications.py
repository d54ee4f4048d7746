"""Age ratings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade.models import Certifications


class AsyncCertificationsResource(AsyncResource):
    """Age ratings: `tmdb.certifications`."""

    async def movies(self) -> Certifications:
        """List the age ratings for films.

        Returns:
            The ratings, by country.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/certification-movie-list
        """
        return await self._requester.call(api.certifications.movie_list)

    async def tv(self) -> Certifications:
        """List the age ratings for series.

        Returns:
            The ratings, by country.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/certifications-tv-list
        """
        return await self._requester.call(api.certifications.tv_list)
