# Made from tmdb_facade/_async/resources/movies.py by `make sync`: edit that file, never this one.
"""Films."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.details import MovieDetailsResource
from tmdb_facade._sync.resources.movie_lists import MovieListsResource
from tmdb_facade._sync.resources.movie_metadata import MovieMetadataResource
from tmdb_facade._sync.resources.movie_ratings import MovieRatingsResource

if TYPE_CHECKING:
    from tmdb_facade.models import MovieDetails


class MoviesResource(MovieDetailsResource, MovieMetadataResource, MovieListsResource, MovieRatingsResource):
    """Films: `tmdb.movies`."""

    def latest(self) -> MovieDetails:
        """Give the film that was added last.

        Returns:
            The film; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/movie-latest-id
        """
        return self._requester.call(api.movies.latest)
