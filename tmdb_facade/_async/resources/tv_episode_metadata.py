"""What TMDB holds about one episode beside its details."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource
from tmdb_facade._core.request.comma_lists import include_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_facade.models import (
        Changes,
        EpisodeCredits,
        EpisodeExternalIds,
        EpisodeImages,
        EpisodeTranslations,
        Videos,
    )


class AsyncTVEpisodeMetadataResource(AsyncResource):
    """The methods of `tmdb.tv.episodes` that give one kind of an episode's data; `details` can append all but `changes`."""

    async def changes(self, episode_id: int) -> Changes:
        """Give what was edited in an episode's record.

        Args:
            episode_id: TMDB's id of the episode; it is not the number.

        Returns:
            The edits, by field.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-changes-by-id
        """
        return await self._requester.call(api.tv_episodes.changes, episode_id)

    async def credits(
        self, series_id: int, season_number: int, episode_number: int, *, language: str | None = None
    ) -> EpisodeCredits:
        """List the cast, crew and guests of an episode.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            Cast, crew and guests.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-credits
        """
        return await self._requester.call(
            api.tv_episodes.credits, series_id, season_number, episode_number, language=language
        )

    async def external_ids(self, series_id: int, season_number: int, episode_number: int) -> EpisodeExternalIds:
        """Give the ids of an episode on other sites.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.

        Returns:
            The ids; those that TMDB does not know are empty.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-external-ids
        """
        return await self._requester.call(api.tv_episodes.external_ids, series_id, season_number, episode_number)

    async def images(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> EpisodeImages:
        """List the stills of an episode.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            include_image_language: The languages of images, as in `["pt", None]`; `None` stands for images without
                words.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The stills.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-images
        """
        return await self._requester.call(
            api.tv_episodes.images,
            series_id,
            season_number,
            episode_number,
            include_image_language=include_text(include_image_language),
            language=language,
        )

    async def translations(self, series_id: int, season_number: int, episode_number: int) -> EpisodeTranslations:
        """Give an episode's name and overview in all languages.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.

        Returns:
            The translations.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-translations
        """
        return await self._requester.call(api.tv_episodes.translations, series_id, season_number, episode_number)

    async def videos(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> Videos:
        """List the trailers and clips of an episode.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            include_video_language: The languages of videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.

        Returns:
            The videos; TMDB tells the sites that they are on.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-videos
        """
        return await self._requester.call(
            api.tv_episodes.videos,
            series_id,
            season_number,
            episode_number,
            include_video_language=include_text(include_video_language),
            language=language,
        )
