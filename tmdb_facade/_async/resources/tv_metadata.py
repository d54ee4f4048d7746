"""The data of a TV series that `details` can append."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.date_windows import changes_in_date_windows
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.comma_lists import languages_text


class AsyncTVMetadataResource(AsyncResource):
    """The methods of `tmdb.tv` for one part of a TV series' data; `details` can append each of them."""

    async def aggregate_credits(self, series_id: int, *, language: str | None = None) -> models.AggregateCredits:
        """Get the cast and crew of all episodes of a TV series.

        Args:
            series_id: TMDB's id of the TV series.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            Each person once, with all roles and jobs and their episode counts.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-aggregate-credits
        """
        return await self._requester.call(api.tv.aggregate_credits, series_id, language=language)

    async def alternative_titles(self, series_id: int) -> models.TVAlternativeTitles:
        """List a TV series' alternative names.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The names, each with its country.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-alternative-titles
        """
        return await self._requester.call(api.tv.alternative_titles, series_id)

    async def changes(
        self, series_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> models.Changes:
        """List the changes of a TV series' record.

        Args:
            series_id: TMDB's id of the TV series.
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.
            page: Number of the page, from 1; only for a range of at most 14 days. TMDB does not return the number of
                pages.

        Returns:
            The changes by field, of the last 24 hours by default. TMDB serves at most 14 days at a time: a longer range
            is requested in several parts.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `end_date` is before `start_date`, or `page` is passed for more than 14 days.

        https://developer.themoviedb.org/reference/tv-series-changes
        """
        return await changes_in_date_windows(self._requester, api.tv.changes, series_id, start_date, end_date, page)

    async def content_ratings(self, series_id: int) -> models.ContentRatings:
        """List a TV series' age ratings.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The ratings by country.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-content-ratings
        """
        return await self._requester.call(api.tv.content_ratings, series_id)

    async def credits(self, series_id: int, *, language: str | None = None) -> models.TVCredits:
        """Get the cast and crew of a TV series' latest season.

        Args:
            series_id: TMDB's id of the TV series.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The cast and crew; `aggregate_credits` returns those of all seasons.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-credits
        """
        return await self._requester.call(api.tv.credits, series_id, language=language)

    async def external_ids(self, series_id: int) -> models.TVExternalIds:
        """Get a TV series' ids on other sites.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The ids; unknown ones are `None`.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-external-ids
        """
        return await self._requester.call(api.tv.external_ids, series_id)

    async def images(
        self, series_id: int, *, include_image_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> models.TVImages:
        """List a TV series' posters, backdrops and logos.

        Args:
            series_id: TMDB's id of the TV series.
            include_image_language: Languages of images, such as `["pt", None]`; `None` stands for images without text.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The images by kind.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-images
        """
        return await self._requester.call(
            api.tv.images,
            series_id,
            include_image_language=languages_text("include_image_language", include_image_language),
            language=language,
        )

    async def keywords(self, series_id: int) -> models.TVKeywords:
        """List a TV series' keywords.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The keywords.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-keywords
        """
        return await self._requester.call(api.tv.keywords, series_id)

    async def screened_theatrically(self, series_id: int) -> models.ScreenedTheatrically:
        """List the episodes of a TV series that were screened in cinemas.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The season and episode numbers.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-screened-theatrically
        """
        return await self._requester.call(api.tv.screened_theatrically, series_id)

    async def translations(self, series_id: int) -> models.TVTranslations:
        """List a TV series' translations.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The name, tagline and overview in each language.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-translations
        """
        return await self._requester.call(api.tv.translations, series_id)

    async def videos(
        self, series_id: int, *, include_video_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> models.Videos:
        """List a TV series' trailers, teasers and clips.

        Args:
            series_id: TMDB's id of the TV series.
            include_video_language: Languages of videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The videos, each with the site that hosts it.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-videos
        """
        return await self._requester.call(
            api.tv.videos,
            series_id,
            include_video_language=languages_text("include_video_language", include_video_language),
            language=language,
        )

    async def watch_providers(self, series_id: int) -> models.WatchProviders:
        """List the providers that stream, rent or sell a TV series.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The offers by country. JustWatch provides the data and must be named as its source.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-watch-providers
        """
        return await self._requester.call(api.tv.watch_providers, series_id)
