# Made from tmdb_facade/_async/resources/movies.py by `make sync`: edit that file, never this one.
"""Films."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._core.append import append_text

if TYPE_CHECKING:
    from tmdb_bindings._runtime import Append
    from tmdb_bindings.append import MovieBlock
    from tmdb_facade._sync.calls import Calls
    from tmdb_facade._sync.pager import Pager
    from tmdb_facade.models import Movie, MovieDetails, MoviePage

K = TypeVar("K", bound="MovieBlock")


class MoviesResource:
    """Films: `tmdb.movies`."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    @overload
    def details(self, movie_id: int | str, *, append: None = None, language: str | None = None) -> MovieDetails: ...
    @overload
    def details(self, movie_id: int | str, *, append: Append[K], language: str | None = None) -> MovieDetails[K]: ...
    @overload
    def details(self, movie_id: int | str, *, append: list[str], language: str | None = None) -> MovieDetails[Any]: ...
    def details(
        self, movie_id: int | str, *, append: Append[Any] | list[str] | None = None, language: str | None = None
    ) -> MovieDetails[Any]:
        """Give one film.

        Args:
            movie_id: TMDB's id of the film, or its IMDb id (`tt0137523`).
            append: What else to give along with it: `MovieAppend.CREDITS | MovieAppend.VIDEOS`, or a list of names.
                Each becomes an attribute of the film (`film.credits`). More than 20 take more than one request.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The film, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such film.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append.

        https://developer.themoviedb.org/reference/movie-details
        """
        return self._calls.call(
            api.movies.details,
            movie_id,
            append_to_response=append_text(append, api.movies.details.operation),
            language=language,
        )

    def popular(self, *, language: str | None = None, region: str | None = None) -> Pager[Movie, MoviePage]:
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
        return self._calls.paginate(api.movies.popular, language=language, region=region).items()
