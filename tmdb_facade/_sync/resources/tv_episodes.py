# Made from tmdb_facade/_async/resources/tv_episodes.py by `make sync`: edit that file, never this one.
"""Episodes of TV series."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._core.request.validation import check_rating
from tmdb_facade._sync.resources.details import EpisodeDetailsResource
from tmdb_facade._sync.resources.tv_episode_metadata import TVEpisodeMetadataResource


class TVEpisodesResource(EpisodeDetailsResource, TVEpisodeMetadataResource):
    """Episodes of TV series: `tmdb.tv.episodes`."""

    _path = "tv.episodes"

    def account_states(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> models.AccountStates:
        """Get a user's rating of an episode.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The rating, if there is one.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/tv-episode-account-states
        """
        return self._requester.call(
            api.tv_episodes.account_states,
            series_id,
            season_number,
            episode_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def delete_rating(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> models.StatusResponse:
        """Delete an episode's rating.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The status of the deletion.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/tv-episode-delete-rating
        """
        return self._requester.call(
            api.tv_episodes.delete_rating,
            series_id,
            season_number,
            episode_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )

    def rate(
        self,
        series_id: int,
        season_number: int,
        episode_number: int,
        value: float,
        *,
        session_id: str | None = None,
        guest_session_id: str | None = None,
    ) -> models.StatusResponse:
        """Rate an episode, or change the rating.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            episode_number: Number of the episode within its season.
            value: From 0.5 to 10 in steps of 0.5.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            The status of the write.

        Raises:
            NotFoundError: The TV series, the season or the episode does not exist.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: The value is not a valid rating, or there is no session.

        https://developer.themoviedb.org/reference/tv-episode-add-rating
        """
        return self._requester.call(
            api.tv_episodes.rate,
            series_id,
            season_number,
            episode_number,
            {"value": check_rating(value)},
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
