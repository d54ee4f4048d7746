"""Genres."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api

if TYPE_CHECKING:
    from tmdb_facade._async.calls import AsyncCalls
    from tmdb_facade.models import GenreList


class AsyncGenresResource:
    """Genres: `tmdb.genres`."""

    def __init__(self, calls: AsyncCalls) -> None:
        self._calls = calls

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
        return await self._calls.call(api.genres.movie_list, language=language)

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
        return await self._calls.call(api.genres.tv_list, language=language)
