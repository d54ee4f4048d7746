# Made from tmdb_facade/_async/resources/tv_season_metadata.py by `make sync`: edit that file, never this one.
"""What TMDB holds about one season beside its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.request.comma_lists import include_text
from tmdb_facade._sync.date_windows import changes_in_date_windows
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tmdb_facade.models import (
        AggregateCredits,
        Changes,
        SeasonCredits,
        SeasonExternalIds,
        SeasonImages,
        SeasonTranslations,
        Videos,
        WatchProviders,
    )


class TVSeasonMetadataResource(Resource):
    """The methods of `tmdb.tv.seasons` that give one kind of a season's data; `details` can append all but `changes`."""

    def aggregate_credits(self, series_id: int, season_number: int, *, language: str | None = None) -> AggregateCredits:
        """List the cast and crew of all episodes of a season.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Everybody once, with all roles and jobs and the episodes in each.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-aggregate-credits
        """
        return self._requester.call(api.tv_seasons.aggregate_credits, series_id, season_number, language=language)

    def changes(
        self, season_id: int, *, start_date: date | None = None, end_date: date | None = None, page: int | None = None
    ) -> Changes:
        """Give what was edited in a season's record.

        Args:
            season_id: TMDB's id of the season; it is not the number.
            start_date: The first day.
            end_date: The last day; the present one where only a first day is given.
            page: The page of the edits, from 1, of at most 14 days; TMDB does not say how many there are.

        Returns:
            The edits, by field; those of the last 24 hours where no days are given. A span of more than 14 days, which is
            as much as TMDB gives out at a time, is asked for in parts.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The last day comes before the first, or a page of more than 14 days was asked for.

        https://developer.themoviedb.org/reference/tv-season-changes-by-id
        """
        return changes_in_date_windows(
            self._requester,
            lambda first, last: api.tv_seasons.changes.request(season_id, start_date=first, end_date=last, page=page),
            start_date,
            end_date,
            page,
        )

    def credits(self, series_id: int, season_number: int, *, language: str | None = None) -> SeasonCredits:
        """List the cast and crew of a season.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Cast and crew; guests are in `aggregate_credits` and in the episodes.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-credits
        """
        return self._requester.call(api.tv_seasons.credits, series_id, season_number, language=language)

    def external_ids(self, series_id: int, season_number: int) -> SeasonExternalIds:
        """Give the ids of a season on other sites.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-external-ids
        """
        return self._requester.call(api.tv_seasons.external_ids, series_id, season_number)

    def images(
        self,
        series_id: int,
        season_number: int,
        *,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> SeasonImages:
        """List the posters of a season.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The posters.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-images
        """
        return self._requester.call(
            api.tv_seasons.images,
            series_id,
            season_number,
            include_image_language=include_text(include_image_language),
            language=language,
        )

    def translations(self, series_id: int, season_number: int) -> SeasonTranslations:
        """Give a season's name and overview in all languages.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-translations
        """
        return self._requester.call(api.tv_seasons.translations, series_id, season_number)

    def videos(
        self,
        series_id: int,
        season_number: int,
        *,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> Videos:
        """List the trailers, teasers and clips of a season.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            include_video_language: The languages of videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The videos; TMDB tells the sites that they are on.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-videos
        """
        return self._requester.call(
            api.tv_seasons.videos,
            series_id,
            season_number,
            include_video_language=include_text(include_video_language),
            language=language,
        )

    def watch_providers(self, series_id: int, season_number: int, *, language: str | None = None) -> WatchProviders:
        """Tell where a season can be streamed, rented or bought.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The offers, by country. They are JustWatch's, who has to be named as their source.

        Raises:
            NotFoundError: There is no such season.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-watch-providers
        """
        return self._requester.call(api.tv_seasons.watch_providers, series_id, season_number, language=language)
