"""Single credits: who did what in which work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade.models import CreditDetails


class AsyncCreditsResource(AsyncResource):
    """Single credits: who did what in which work; `tmdb.credits`."""

    async def details(self, credit_id: str, *, language: str | None = None) -> CreditDetails:
        """Give one credit.

        Args:
            credit_id: TMDB's id of the credit, as in `52542282760ee313280017f9`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The person, the work, and what the person did in it.

        Raises:
            NotFoundError: There is no such credit.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/credit-details
        """
        return await self._requester.call(api.credits.details, credit_id, language=language)
