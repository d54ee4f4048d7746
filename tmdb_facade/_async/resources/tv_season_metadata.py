"""The data of a season that `details` can append."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.date_windows import changes_in_date_windows
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.comma_lists import languages_text


class AsyncTVSeasonMetadataResource(AsyncResource):
    """The methods of `tmdb.tv.seasons` for one part of a season's data; `details` can append all but `changes`."""

    async def aggregate_credits(
        self, series_id: int, season_number: int, *, language: str | None = None
    ) -> models.AggregateCredits:
        """Get the cast and crew of all episodes of a season.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            Each person once, with all roles and jobs and their episode counts.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-aggregate-credits
        """
        return await self._requester.call(api.tv_seasons.aggregate_credits, series_id, season_number, language=language)

    async def changes(
        self, season_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> models.Changes:
        """List the changes of a season's record.

        Args:
            season_id: TMDB's id of the season, which is not its number.
            start_date: First day of the changes.
            end_date: Last day of the changes, inclusive. Defaults to today if `start_date` is passed.
            page: Number of the page, from 1; only for a range of at most 14 days. TMDB does not return the number of
                pages.

        Returns:
            The changes by field, of the last 24 hours by default. TMDB serves at most 14 days at a time: a longer range
            is requested in several parts.

        Raises:
            NotFoundError: No season has this id.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: `end_date` is before `start_date`, or `page` is passed for more than 14 days.

        https://developer.themoviedb.org/reference/tv-season-changes-by-id
        """
        return await changes_in_date_windows(
            self._requester, api.tv_seasons.changes, season_id, start_date, end_date, page
        )

    async def credits(self, series_id: int, season_number: int, *, language: str | None = None) -> models.SeasonCredits:
        """Get a season's cast and crew.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The cast and crew. Guest stars are in `aggregate_credits` and in the episodes.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-credits
        """
        return await self._requester.call(api.tv_seasons.credits, series_id, season_number, language=language)

    async def external_ids(self, series_id: int, season_number: int) -> models.SeasonExternalIds:
        """Get a season's ids on other sites.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.

        Returns:
            The ids; unknown ones are `None`.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-external-ids
        """
        return await self._requester.call(api.tv_seasons.external_ids, series_id, season_number)

    async def images(
        self,
        series_id: int,
        season_number: int,
        *,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> models.SeasonImages:
        """List a season's posters.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            include_image_language: Languages of images, such as `["pt", None]`; `None` stands for images without text.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The posters.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-images
        """
        return await self._requester.call(
            api.tv_seasons.images,
            series_id,
            season_number,
            include_image_language=languages_text("include_image_language", include_image_language),
            language=language,
        )

    async def translations(self, series_id: int, season_number: int) -> models.SeasonTranslations:
        """List a season's translations.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.

        Returns:
            The name and overview in each language.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-translations
        """
        return await self._requester.call(api.tv_seasons.translations, series_id, season_number)

    async def videos(
        self,
        series_id: int,
        season_number: int,
        *,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> models.Videos:
        """List a season's trailers, teasers and clips.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            include_video_language: Languages of videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The videos, each with the site that hosts it.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-videos
        """
        return await self._requester.call(
            api.tv_seasons.videos,
            series_id,
            season_number,
            include_video_language=languages_text("include_video_language", include_video_language),
            language=language,
        )

    async def watch_providers(
        self, series_id: int, season_number: int, *, language: str | None = None
    ) -> models.WatchProviders:
        """List the providers that stream, rent or sell a season.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The offers by country. JustWatch provides the data and must be named as its source.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-season-watch-providers
        """
        return await self._requester.call(api.tv_seasons.watch_providers, series_id, season_number, language=language)
