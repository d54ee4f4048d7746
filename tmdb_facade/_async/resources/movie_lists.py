"""Lists of movies, and the users' lists that contain a movie."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.pager import AsyncPager
from tmdb_facade._async.resources.base import AsyncResource


class AsyncMovieListsResource(AsyncResource):
    """The methods of `tmdb.movies` that list movies, or the users' lists with a movie."""

    def lists(self, movie_id: int, *, language: str | None = None) -> AsyncPager[models.UserList, models.UserListPage]:
        """List the users' lists that contain a movie.

        Args:
            movie_id: TMDB's id of the movie.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The lists, 20 per page.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-lists
        """
        return self._paginate(api.movies.lists, movie_id, language=language).items()

    def now_playing(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None, region: str | None = None
    ) -> AsyncPager[models.Movie, models.DatedMoviePage]:
        """List the movies that are in cinemas now.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The movies, 20 per page; each page has the range of dates that it covers.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-now-playing-list
        """
        return (
            self._paginate(api.movies.now_playing, language=language, region=region)
            .localized(language, languages)
            .items()
        )

    def popular(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None, region: str | None = None
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List popular movies.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The movies, most popular first, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-popular-list
        """
        return (
            self._paginate(api.movies.popular, language=language, region=region).localized(language, languages).items()
        )

    def recommendations(
        self, movie_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the movies recommended for a movie.

        Args:
            movie_id: TMDB's id of the movie.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, 20 per page.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-recommendations
        """
        return (
            self._paginate(api.movies.recommendations, movie_id, language=language)
            .localized(language, languages)
            .items()
        )

    def similar(
        self, movie_id: int, *, language: str | None = None, languages: Sequence[str | None] | None = None
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the movies with similar genres and keywords.

        Args:
            movie_id: TMDB's id of the movie.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.

        Returns:
            The movies, 20 per page.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-similar
        """
        return self._paginate(api.movies.similar, movie_id, language=language).localized(language, languages).items()

    def top_rated(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None, region: str | None = None
    ) -> AsyncPager[models.Movie, models.MoviePage]:
        """List the top rated movies.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The movies, best first, 20 per page.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-top-rated-list
        """
        return (
            self._paginate(api.movies.top_rated, language=language, region=region)
            .localized(language, languages)
            .items()
        )

    def upcoming(
        self, *, language: str | None = None, languages: Sequence[str | None] | None = None, region: str | None = None
    ) -> AsyncPager[models.Movie, models.DatedMoviePage]:
        """List the movies that are released to cinemas soon.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            languages: Up to 5 languages in order of preference, such as `["pt-BR", "pt-PT", "en-US"]`, instead of
                `language`. If a row lacks a title or overview, the same rows are requested in the next language.
                `localization()` of a row returns the language of each text.
            region: Country whose releases count, such as `BR`. Defaults to the client's region.

        Returns:
            The movies, 20 per page; each page has the range of dates that it covers.

        Raises:
            TMDBError: A request failed, or TMDB returned an error. Request errors are raised while the pager is used.

        https://developer.themoviedb.org/reference/movie-upcoming-list
        """
        return (
            self._paginate(api.movies.upcoming, language=language, region=region).localized(language, languages).items()
        )
