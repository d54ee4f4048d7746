"""Search by text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api

if TYPE_CHECKING:
    from tmdb_facade._async.calls import AsyncCalls
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import Movie, MoviePage, MultiSearchPage, MultiSearchResult


class AsyncSearchResource:
    """Search by text: `tmdb.search`."""

    def __init__(self, calls: AsyncCalls) -> None:
        self._calls = calls

    def movies(
        self,
        query: str,
        *,
        year: int | None = None,
        primary_release_year: int | None = None,
        include_adult: bool | None = None,
        language: str | None = None,
        region: str | None = None,
    ) -> AsyncPager[Movie, MoviePage]:
        """Search films by their original, translated and alternative titles.

        Args:
            query: The words to look for.
            year: Only films with any release in this year.
            primary_release_year: Only films whose first release was in this year.
            include_adult: Also adult films; TMDB leaves them out by default.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose release dates are given, as in `BR`; the client's by default.

        Returns:
            The films, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-movie
        """
        return self._calls.paginate(
            api.search.movies,
            query=query,
            year=year,
            primary_release_year=primary_release_year,
            include_adult=include_adult,
            language=language,
            region=region,
        ).items()

    def multi(
        self, query: str, *, include_adult: bool | None = None, language: str | None = None
    ) -> AsyncPager[MultiSearchResult, MultiSearchPage]:
        """Search films, series and people at once.

        Args:
            query: The words to look for.
            include_adult: Also adult entries; TMDB leaves them out by default.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.

        Returns:
            What was found, 20 a page: each entry is of the class of its kind, told apart by `media_type`.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-multi
        """
        return self._calls.paginate(
            api.search.multi, query=query, include_adult=include_adult, language=language
        ).items()
