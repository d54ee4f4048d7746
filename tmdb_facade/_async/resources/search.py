"""Search by text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade._async.pager import AsyncPager
    from tmdb_facade.models import (
        Collection,
        CollectionPage,
        Company,
        CompanyPage,
        Keyword,
        KeywordPage,
        Movie,
        MoviePage,
        MultiSearchPage,
        MultiSearchResult,
        Person,
        PersonPage,
        TVShow,
        TVShowPage,
    )


class AsyncSearchResource(AsyncResource):
    """Search by text: `tmdb.search`."""

    def collections(
        self, query: str, *, include_adult: bool | None = None, language: str | None = None, region: str | None = None
    ) -> AsyncPager[Collection, CollectionPage]:
        """Search collections by their titles.

        Args:
            query: The words to look for.
            include_adult: Also adult collections; TMDB leaves them out by default.
            language: The language of titles and overviews, as in `pt-BR`; the client's by default.
            region: The region whose titles count, as in `BR`; the client's by default.

        Returns:
            The collections, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-collection
        """
        return self._paginate(
            api.search.collections, query=query, include_adult=include_adult, language=language, region=region
        ).items()

    def companies(self, query: str) -> AsyncPager[Company, CompanyPage]:
        """Search production companies by their names.

        Args:
            query: The words to look for.

        Returns:
            The companies, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-company
        """
        return self._paginate(api.search.companies, query=query).items()

    def keywords(self, query: str) -> AsyncPager[Keyword, KeywordPage]:
        """Search keywords.

        Args:
            query: The words to look for.

        Returns:
            The keywords, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-keyword
        """
        return self._paginate(api.search.keywords, query=query).items()

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
        return self._paginate(
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
        return self._paginate(api.search.multi, query=query, include_adult=include_adult, language=language).items()

    def people(
        self, query: str, *, include_adult: bool | None = None, language: str | None = None
    ) -> AsyncPager[Person, PersonPage]:
        """Search people by their names, also by other names that they are known under.

        Args:
            query: The words to look for.
            include_adult: Also adult entries; TMDB leaves them out by default.
            language: The language of what they are known for, as in `pt-BR`; the client's by default.

        Returns:
            The people, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-person
        """
        return self._paginate(api.search.people, query=query, include_adult=include_adult, language=language).items()

    def tv(
        self,
        query: str,
        *,
        year: int | None = None,
        first_air_date_year: int | None = None,
        include_adult: bool | None = None,
        language: str | None = None,
    ) -> AsyncPager[TVShow, TVShowPage]:
        """Search series by their original, translated and alternative names.

        Args:
            query: The words to look for.
            year: Only series with any episode in this year.
            first_air_date_year: Only series whose first episode was shown in this year.
            include_adult: Also adult series; TMDB leaves them out by default.
            language: The language of names and overviews, as in `pt-BR`; the client's by default.

        Returns:
            The series, 20 a page.

        Raises:
            TMDBError: TMDB gave no answer, or an error; when the pager is used.

        https://developer.themoviedb.org/reference/search-tv
        """
        return self._paginate(
            api.search.tv,
            query=query,
            year=year,
            first_air_date_year=first_air_date_year,
            include_adult=include_adult,
            language=language,
        ).items()
