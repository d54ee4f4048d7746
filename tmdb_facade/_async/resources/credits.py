"""Single credits: one person's part or job in one movie or TV series."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.resources.base import AsyncResource


class AsyncCreditsResource(AsyncResource):
    """Single credits, one person's part or job in one movie or TV series: `tmdb.credits`."""

    _path = "credits"

    async def details(self, credit_id: str, *, language: str | None = None) -> models.CreditDetails:
        """Get a credit's details.

        Args:
            credit_id: TMDB's id of the credit, such as `52542282760ee313280017f9`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The credit, with the person and the movie or series.

        Raises:
            NotFoundError: No credit has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/credit-details
        """
        return await self._requester.call(api.credits.details, credit_id, language=language)
