# Made from tmdb_facade/_async/resources/movies.py by `make sync`: edit that file, never this one.
"""Movies."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.details import MovieDetailsResource
from tmdb_facade._sync.resources.movie_lists import MovieListsResource
from tmdb_facade._sync.resources.movie_metadata import MovieMetadataResource
from tmdb_facade._sync.resources.movie_ratings import MovieRatingsResource


class MoviesResource(MovieDetailsResource, MovieMetadataResource, MovieListsResource, MovieRatingsResource):
    """Movies: `tmdb.movies`."""

    _path = "movies"

    def latest(self) -> models.MovieDetails:
        """Get the most recently added movie.

        Returns:
            The movie; many of its fields are often empty.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-latest-id
        """
        return self._requester.call(api.movies.latest)
