"""Search by text."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.search_matches import AsyncSearchMatchesResource


class AsyncSearchResource(AsyncSearchMatchesResource):
    """Search by text: `tmdb.search`."""

    _path = "search"

    def collections(
        self,
        query: str,
        *,
        include_adult: bool | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        region: str | None = None,
    ) -> AsyncPager[models.Collection, models.CollectionPage]:
        """Search collections by title.

        Args:
            query: Text to search for.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The collections, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/search-collection
        """
        pages = self._paginate(
            api.search.collections, query=query, include_adult=include_adult, language=language, region=region
        )
        return pages.localized(language, languages).items()

    def companies(self, query: str) -> AsyncPager[models.Company, models.CompanyPage]:
        """Search production companies by name.

        Args:
            query: Text to search for.

        Returns:
            The companies, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/search-company
        """
        return self._paginate(api.search.companies, query=query).items()

    def keywords(self, query: str) -> AsyncPager[models.Keyword, models.KeywordPage]:
        """Search keywords.

        Args:
            query: Text to search for.

        Returns:
            The keywords, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

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
        languages: Sequence[str | None] | None = None,
        region: str | None = None,
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """Search movies by original, translated and alternative titles.

        Args:
            query: Text to search for.
            year: Year of any release.
            primary_release_year: Year of the first release.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The movies, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/search-movie
        """
        pages = self._paginate(
            api.search.movies,
            query=query,
            year=year,
            primary_release_year=primary_release_year,
            include_adult=include_adult,
            language=language,
            region=region,
        )
        return pages.localized(language, languages).items()

    def multi(
        self,
        query: str,
        *,
        include_adult: bool | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.MultiSearchResult, models.MultiSearchPage]:
        """Search movies, TV series, people and collections at once.

        Args:
            query: Text to search for.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The results, 20 per page; `media_type` determines the class of an entry.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/search-multi
        """
        return (
            self._paginate(api.search.multi, query=query, include_adult=include_adult, language=language)
            .localized(language, languages)
            .items()
        )

    def people(
        self,
        query: str,
        *,
        include_adult: bool | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.Person, models.PersonPage]:
        """Search people by name and alternative names.

        Args:
            query: Text to search for.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The people, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/search-person
        """
        return (
            self._paginate(api.search.people, query=query, include_adult=include_adult, language=language)
            .localized(language, languages)
            .items()
        )

    def tv(
        self,
        query: str,
        *,
        year: int | None = None,
        first_air_date_year: int | None = None,
        include_adult: bool | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
    ) -> AsyncPager[models.TVShow, models.TVShowPage]:
        """Search TV series by original, translated and alternative names.

        Args:
            query: Text to search for.
            year: Year of any episode.
            first_air_date_year: Year of the first episode.
            include_adult: Whether to include adult titles and people. TMDB omits them by default.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The series, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/search-tv
        """
        pages = self._paginate(
            api.search.tv,
            query=query,
            year=year,
            first_air_date_year=first_air_date_year,
            include_adult=include_adult,
            language=language,
        )
        return pages.localized(language, languages).items()
