"""Episodes of series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.details import AsyncEpisodeDetailsResource
from tmdb_facade._async.resources.tv_episode_metadata import AsyncTVEpisodeMetadataResource
from tmdb_facade._core.request.validation import check_rating

if TYPE_CHECKING:
    from tmdb_facade.models import AccountStates, StatusResponse


class AsyncTVEpisodesResource(AsyncEpisodeDetailsResource, AsyncTVEpisodeMetadataResource):
    """Episodes of series: `tmdb.tv.episodes`."""

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
