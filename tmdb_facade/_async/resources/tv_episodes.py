"""Episodes of series."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

from tmdb_bindings import api
from tmdb_facade._async.resources.tv_episode_metadata import AsyncTVEpisodeMetadataResource
from tmdb_facade._core.languages.preferences import choose_languages
from tmdb_facade._core.request.append import append_text
from tmdb_facade._core.request.comma_lists import include_text
from tmdb_facade._core.request.validation import check_rating

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tmdb_bindings.append import EpisodeBlock
    from tmdb_bindings.runtime import Append
    from tmdb_facade.models import AccountStates, EpisodeDetails, StatusResponse

K = TypeVar("K", bound="EpisodeBlock")


class AsyncTVEpisodesResource(AsyncTVEpisodeMetadataResource):
    """Episodes of series: `tmdb.tv.episodes`."""

    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails: ...
    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: Append[K],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails[K]: ...
    @overload
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: list[str],
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails[Any]: ...
    async def details(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        append: Append[Any] | list[str] | None = None,
        include_image_language: Sequence[str | None] | None = None,
        include_video_language: Sequence[str | None] | None = None,
        language: str | None = None,
        languages: Sequence[str | None] | None = None,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> EpisodeDetails[Any]:
        """Give one episode, with its crew and guests.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            append: What else to give along with it: `EpisodeAppend.CREDITS | EpisodeAppend.VIDEOS`, or a list of names.
                Each becomes an attribute of the episode (`episode.credits`).
            include_image_language: The languages of appended images, as in `["pt", None]`; `None` stands for images
                without words.
            include_video_language: The languages of appended videos, as in `["pt", "en"]`.
            language: The language of texts, as in `pt-BR`; the client's by default.
            languages: Several languages, the preferred first, in the place of `language`, as in
                `["pt-BR", "pt-PT", "en-US"]`: a text that one does not have is taken from the next, and so are appended
                images. `localization(episode)` tells which came from where.
            session_id: The session of the user whose states are appended.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            The episode, with exactly the blocks that were asked for.

        Raises:
            NotFoundError: There is no such episode.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: There is no such block to append, or `languages` is no list of languages.

        https://developer.themoviedb.org/reference/tv-episode-details
        """
        blocks = append_text(append, api.tv_episodes.details.operation)
        choice = choose_languages(languages, language, blocks, include_image_language)
        details = await self._requester.call(
            api.tv_episodes.details,
            series_id,
            season_number,
            episode_number,
            append_to_response=choice.blocks,
            include_image_language=choice.images,
            include_video_language=include_text(include_video_language),
            language=choice.language,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
        return self._localize(details, choice)

    async def account_states(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> AccountStates:
        """Give the user's own rating of an episode.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            Whether and how it was rated.

        Raises:
            NotFoundError: There is no such episode.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-account-states
        """
        return await self._requester.call(
            api.tv_episodes.account_states,
            series_id,
            season_number,
            episode_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    async def delete_rating(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> StatusResponse:
        """Take back the rating of an episode.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it is gone.

        Raises:
            NotFoundError: There is no such episode.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-delete-rating
        """
        return await self._requester.call(
            api.tv_episodes.delete_rating,
            series_id,
            season_number,
            episode_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    async def rate(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        value: float,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> StatusResponse:
        """Rate an episode, or change the rating.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            episode_number: The number of the episode in its season.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            TMDB's word that it was stored.

        Raises:
            NotFoundError: There is no such episode.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.
            ValueError: The value is none of those; nothing was sent.

        https://developer.themoviedb.org/reference/tv-episode-add-rating
        """
        return await self._requester.call(
            api.tv_episodes.rate,
            series_id,
            season_number,
            episode_number,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
