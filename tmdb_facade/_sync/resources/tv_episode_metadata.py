# Made from tmdb_facade/_async/resources/tv_episode_metadata.py by `make sync`: edit that file, never this one.
"""The data of an episode that `details` can append."""

from __future__ import annotations

from collections.abc import Sequence

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.comma_lists import languages_text
from tmdb_facade._sync.resources.base import Resource


class TVEpisodeMetadataResource(Resource):
    """The methods of `tmdb.tv.episodes` for one part of an episode's data; `details` can append all but `changes`."""

    def changes(self, episode_id: int) -> models.Changes:
        """List the changes of an episode's record.

        Args:
            episode_id: TMDB's id of the episode, which is not its number.

        Returns:
            The changes by field.

        Raises:
            NotFoundError: No episode has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-changes-by-id
        """
        return self._requester.call(api.tv_episodes.changes, episode_id)

    def credits(
        self, series_id: int, season_number: int, episode_number: int, *, language: str | None = None
    ) -> models.EpisodeCredits:
        """Get an episode's cast, crew and guest stars.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The cast, crew and guest stars.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-credits
        """
        return self._requester.call(
            api.tv_episodes.credits, series_id, season_number, episode_number, language=language
        )

    def external_ids(self, series_id: int, season_number: int, episode_number: int) -> models.EpisodeExternalIds:
        """Get an episode's ids on other sites.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.

        Returns:
            The ids; unknown ones are `None`.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-external-ids
        """
        return self._requester.call(api.tv_episodes.external_ids, series_id, season_number, episode_number)

    def images(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        include_image_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> models.EpisodeImages:
        """List an episode's stills.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            include_image_language: Languages of images, such as `["pt", None]`; `None` stands for images without text.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The stills.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-images
        """
        return self._requester.call(
            api.tv_episodes.images,
            series_id,
            season_number,
            episode_number,
            include_image_language=languages_text("include_image_language", include_image_language),
            language=language,
        )

    def translations(self, series_id: int, season_number: int, episode_number: int) -> models.EpisodeTranslations:
        """List an episode's translations.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.

        Returns:
            The name and overview in each language.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-translations
        """
        return self._requester.call(api.tv_episodes.translations, series_id, season_number, episode_number)

    def videos(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
    ) -> models.Videos:
        """List an episode's trailers and clips.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            include_video_language: Languages of videos, such as `["pt", "en"]`.
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The videos, each with the site that hosts it.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-videos
        """
        return self._requester.call(
            api.tv_episodes.videos,
            series_id,
            season_number,
            episode_number,
            include_video_language=languages_text("include_video_language", include_video_language),
            language=language,
        )
