"""Movies."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.resources.details import AsyncMovieDetailsResource
from tmdb_facade._async.resources.movie_lists import AsyncMovieListsResource
from tmdb_facade._async.resources.movie_metadata import AsyncMovieMetadataResource
from tmdb_facade._async.resources.movie_ratings import AsyncMovieRatingsResource


class AsyncMoviesResource(
    AsyncMovieDetailsResource, AsyncMovieMetadataResource, AsyncMovieListsResource, AsyncMovieRatingsResource
):
    """Movies: `tmdb.movies`."""

    _path = "movies"

    async def latest(self) -> models.MovieDetails:
        """Get the most recently added movie.

        Returns:
            The movie; many of its fields are often empty.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-latest-id
        """
        return await self._requester.call(api.movies.latest)
