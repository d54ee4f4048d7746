"""TMDB's own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api

if TYPE_CHECKING:
    from tmdb_facade._async.calls import AsyncCalls
    from tmdb_facade.models import Configuration


class AsyncConfigurationResource:
    """TMDB's own settings: `tmdb.configuration`."""

    def __init__(self, calls: AsyncCalls) -> None:
        self._calls = calls

    async def details(self) -> Configuration:
        """Give the image servers, the sizes of images, and the keys of change lists.

        Returns:
            The settings; they change seldom.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/configuration-details
        """
        return await self._calls.call(api.configuration.details)
