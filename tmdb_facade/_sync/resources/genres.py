# Made from tmdb_facade/_async/resources/genres.py by `make sync`: edit that file, never this one.
"""Genres."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class GenresResource(Resource):
    """Genres: `tmdb.genres`."""

    _path = "genres"

    def movies(self, *, language: str | None = None) -> models.GenreList:
        """List the genres of movies.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The genres with their ids.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/genre-movie-list
        """
        return self._requester.call(api.genres.movie_list, language=language)

    def tv(self, *, language: str | None = None) -> models.GenreList:
        """List the genres of TV series.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The genres with their ids.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/genre-tv-list
        """
        return self._requester.call(api.genres.tv_list, language=language)
