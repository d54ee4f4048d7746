"""What TMDB holds about one series beside its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.date_windows import changes_in_date_windows
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.comma_lists import include_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_facade.models import (
        AggregateCredits,
        Changes,
        ContentRatings,
        ScreenedTheatrically,
        TVAlternativeTitles,
        TVCredits,
        TVExternalIds,
        TVImages,
        TVKeywords,
        TVTranslations,
        Videos,
        WatchProviders,
    )


class AsyncTVMetadataResource(AsyncResource):
    """The methods of `tmdb.tv` that give one kind of a series' data; `details` can append each."""

    async def aggregate_credits(self, series_id: int, *, language: str | None = None) -> AggregateCredits:
        """List the cast and crew of all episodes of a series.

        Args:
            series_id: TMDB's id of the series.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Everybody once, with all roles and jobs and the episodes in each.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-aggregate-credits
        """
        return await self._requester.call(api.tv.aggregate_credits, series_id, language=language)

    async def alternative_titles(self, series_id: int) -> TVAlternativeTitles:
        """List the other names of a series.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The names, each with its country.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-alternative-titles
        """
        return await self._requester.call(api.tv.alternative_titles, series_id)

    async def changes(
        self, series_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> Changes:
        """Give what was edited in a series' record.

        Args:
            series_id: TMDB's id of the series.
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.
            page: The page of the edits, from 1, of at most 14 days; TMDB does not say how many there are.

        Returns:
            The edits, by field; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The last day comes before the first, or a page of more than 14 days was asked for.

        https://developer.themoviedb.org/reference/tv-series-changes
        """
        return await changes_in_date_windows(
            self._requester,
            lambda first, last: api.tv.changes.request(series_id, start_date=first, end_date=last, page=page),
            start_date,
            end_date,
            page,
        )

    async def content_ratings(self, series_id: int) -> ContentRatings:
        """List the age ratings of a series.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The ratings, by country.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-content-ratings
        """
        return await self._requester.call(api.tv.content_ratings, series_id)

    async def credits(self, series_id: int, *, language: str | None = None) -> TVCredits:
        """List the cast and crew of a series' newest season.

        Args:
            series_id: TMDB's id of the series.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Cast and crew; `aggregate_credits` has those of all seasons.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-credits
        """
        return await self._requester.call(api.tv.credits, series_id, language=language)

    async def external_ids(self, series_id: int) -> TVExternalIds:
        """Give the ids of a series on other sites.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-external-ids
        """
        return await self._requester.call(api.tv.external_ids, series_id)

    async def images(
        self, series_id: int, *, include_image_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> TVImages:
        """List the posters, backdrops and logos of a series.

        Args:
            series_id: TMDB's id of the series.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The images, by kind.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-images
        """
        return await self._requester.call(
            api.tv.images, series_id, include_image_language=include_text(include_image_language), language=language
        )

    async def keywords(self, series_id: int) -> TVKeywords:
        """List the keywords of a series.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The keywords.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-keywords
        """
        return await self._requester.call(api.tv.keywords, series_id)

    async def screened_theatrically(self, series_id: int) -> ScreenedTheatrically:
        """List the episodes of a series that were shown in cinemas.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            Their numbers and seasons.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-screened-theatrically
        """
        return await self._requester.call(api.tv.screened_theatrically, series_id)

    async def translations(self, series_id: int) -> TVTranslations:
        """Give a series' name, tagline and overview in all languages.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-translations
        """
        return await self._requester.call(api.tv.translations, series_id)

    async def videos(
        self, series_id: int, *, include_video_language: Sequence[str | None] | None = None, language: str | None = None
    ) -> Videos:
        """List the trailers, teasers and clips of a series.

        Args:
            series_id: TMDB's id of the series.
            include_video_language: The languages of videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The videos; TMDB tells the sites that they are on.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-videos
        """
        return await self._requester.call(
            api.tv.videos, series_id, include_video_language=include_text(include_video_language), language=language
        )

    async def watch_providers(self, series_id: int) -> WatchProviders:
        """Tell where a series can be streamed, rented or bought.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The offers, by country. They are JustWatch's, who has to be named as their source.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-watch-providers
        """
        return await self._requester.call(api.tv.watch_providers, series_id)
