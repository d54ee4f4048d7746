"""The data of a movie that `details` can append."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.date_windows import changes_in_date_windows
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.comma_lists import languages_text


class AsyncMovieMetadataResource(AsyncResource):
    """The methods of `tmdb.movies` for one part of a movie's data; `details` can append each of them."""

    async def alternative_titles(self, movie_id: int, *, country: str | None = None) -> models.MovieAlternativeTitles:
        """List a movie's alternative titles.

        Args:
            movie_id: TMDB's id of the movie.
            country: Country whose titles are listed, ISO 3166-1, such as `BR`. Defaults to all.

        Returns:
            The titles, each with its country.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-alternative-titles
        """
        return await self._requester.call(api.movies.alternative_titles, movie_id, country=country)

    async def changes(
        self, movie_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> models.Changes:
        """List the changes of a movie's record.

        Args:
            movie_id: TMDB's id of the movie.
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.
            page: Number of the page, from 1; only for a range of at most 14 days. TMDB does not return the number of
                pages.

        Returns:
            The changes by field, of the last 24 hours by default. TMDB serves at most 14 days at a time: a longer range
            is requested in several parts.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `end_date` is before `start_date`, or `page` is passed for more than 14 days.

        https://developer.themoviedb.org/reference/movie-changes
        """
        return await changes_in_date_windows(self._requester, api.movies.changes, movie_id, start_date, end_date, page)

    async def credits(self, movie_id: int, *, language: str | None = None) -> models.MovieCredits:
        """Get a movie's cast and crew.

        Args:
            movie_id: TMDB's id of the movie.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The cast, in order of billing, and the crew.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-credits
        """
        return await self._requester.call(api.movies.credits, movie_id, language=language)

    async def external_ids(self, movie_id: int) -> models.MovieExternalIds:
        """Get a movie's ids on other sites.

        Args:
            movie_id: TMDB's id of the movie.

        Returns:
            The ids; unknown ones are `None`.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-external-ids
        """
        return await self._requester.call(api.movies.external_ids, movie_id)

    async def images(
        self, movie_id: int, *, include_image_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> models.MovieImages:
        """List a movie's posters, backdrops and logos.

        Args:
            movie_id: TMDB's id of the movie.
            include_image_language: Languages of images, such as `["pt", None]`; `None` stands for images without text.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The images by kind.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-images
        """
        return await self._requester.call(
            api.movies.images,
            movie_id,
            include_image_language=languages_text("include_image_language", include_image_language),
            language=language,
        )

    async def keywords(self, movie_id: int) -> models.MovieKeywords:
        """List a movie's keywords.

        Args:
            movie_id: TMDB's id of the movie.

        Returns:
            The keywords.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-keywords
        """
        return await self._requester.call(api.movies.keywords, movie_id)

    async def release_dates(self, movie_id: int) -> models.MovieReleaseDates:
        """List a movie's release dates, with release types and age ratings.

        Args:
            movie_id: TMDB's id of the movie.

        Returns:
            The releases by country.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-release-dates
        """
        return await self._requester.call(api.movies.release_dates, movie_id)

    async def translations(self, movie_id: int) -> models.MovieTranslations:
        """List a movie's translations.

        Args:
            movie_id: TMDB's id of the movie.

        Returns:
            The title, tagline and overview in each language.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-translations
        """
        return await self._requester.call(api.movies.translations, movie_id)

    async def videos(
        self, movie_id: int, *, include_video_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> models.Videos:
        """List a movie's trailers, teasers and clips.

        Args:
            movie_id: TMDB's id of the movie.
            include_video_language: Languages of videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The videos, each with the site that hosts it.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-videos
        """
        return await self._requester.call(
            api.movies.videos,
            movie_id,
            include_video_language=languages_text("include_video_language", include_video_language),
            language=language,
        )

    async def watch_providers(self, movie_id: int) -> models.WatchProviders:
        """List the providers that stream, rent or sell a movie.

        Args:
            movie_id: TMDB's id of the movie.

        Returns:
            The offers by country. JustWatch provides the data and must be named as its source.

        Raises:
            NotFoundError: No movie has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/movie-watch-providers
        """
        return await self._requester.call(api.movies.watch_providers, movie_id)
