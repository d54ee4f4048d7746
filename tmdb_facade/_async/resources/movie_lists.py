"""Lists of films."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import DatedMoviePage, Movie, MoviePage, UserList, UserListPage


class AsyncMovieListsResource(AsyncResource):
    """What gives a list of films in `tmdb.movies`, and the lists that a film is on."""

    def lists(self, movie_id: int, *, language: str | None = None) -> AsyncPager[UserList, UserListPage]:
        """List the lists of users that a film is on.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The lists, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-lists
        """
        return self._paginate(api.movies.lists, movie_id, language=language).items()

    def now_playing(
        self, *, language: str | None = None, region: str | None = None
    ) -> AsyncPager[Movie, DatedMoviePage]:
        """List the films that are in cinemas now.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, 20 a page; each page tells the dates that count as now.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-now-playing-list
        """
        return self._paginate(api.movies.now_playing, language=language, region=region).items()

    def popular(self, *, language: str | None = None, region: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List the films that are popular today.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, the most popular first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-popular-list
        """
        return self._paginate(api.movies.popular, language=language, region=region).items()

    def recommendations(self, movie_id: int, *, language: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List films for somebody who liked this one.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-recommendations
        """
        return self._paginate(api.movies.recommendations, movie_id, language=language).items()

    def similar(self, movie_id: int, *, language: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List films with like genres and keywords.

        Args:
            movie_id: TMDB's id of the film.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-similar
        """
        return self._paginate(api.movies.similar, movie_id, language=language).items()

    def top_rated(self, *, language: str | None = None, region: str | None = None) -> AsyncPager[Movie, MoviePage]:
        """List the films that are rated best.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, the best first, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-top-rated-list
        """
        return self._paginate(api.movies.top_rated, language=language, region=region).items()

    def upcoming(self, *, language: str | None = None, region: str | None = None) -> AsyncPager[Movie, DatedMoviePage]:
        """List the films that come to cinemas soon.

        Args:
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose releases count, as in `BR`; the client's by default.

        Returns:
            The films, 20 a page; each page tells the dates that count as soon.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/movie-upcoming-list
        """
        return self._paginate(api.movies.upcoming, language=language, region=region).items()
