"""Genres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade.models import GenreList


class AsyncGenresResource(AsyncResource):
    """Genres: `tmdb.genres`."""

    async def movies(self, *, language: str | None = None) -> GenreList:
        """List the genres of films.

        Args:
            language: The language of the names, as in `pt-BR`; the client's by default.

        Returns:
            The genres, with the ids that films are filed under.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/genre-movie-list
        """
        return await self._requester.call(api.genres.movie_list, language=language)

    async def tv(self, *, language: str | None = None) -> GenreList:
        """List the genres of series.

        Args:
            language: The language of the names, as in `pt-BR`; the client's by default.

        Returns:
            The genres, with the ids that series are filed under.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/genre-tv-list
        """
        return await self._requester.call(api.genres.tv_list, language=language)
