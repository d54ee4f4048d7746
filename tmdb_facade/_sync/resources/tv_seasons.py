# Made from tmdb_facade/_async/resources/tv_seasons.py by `make sync`: edit that file, never this one.
"""Seasons of TV series."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.details import SeasonDetailsResource
from tmdb_facade._sync.resources.tv_season_metadata import TVSeasonMetadataResource


class TVSeasonsResource(SeasonDetailsResource, TVSeasonMetadataResource):
    """Seasons of TV series: `tmdb.tv.seasons`."""

    _path = "tv.seasons"

    def account_states(
        self, series_id: int, season_number: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> models.SeasonAccountStates:
        """List a user's ratings of the episodes of a season.

        Args:
            series_id: TMDB's id of the TV series.
            season_number: Number of the season; season 0 has the specials.
            session_id: Session of the user. Defaults to the client's session.
            guest_session_id: Session of a guest, instead of a user's. Defaults to the client's guest session.

        Returns:
            Each episode, with its rating if there is one.

        Raises:
            NotFoundError: The TV series or the season does not exist.
            AuthenticationError: The session has expired.
            TMDBError: The request failed, or TMDB returned an error.
            InvalidArgumentError: Neither the call nor the client has a session.

        https://developer.themoviedb.org/reference/tv-season-account-states
        """
        return self._requester.call(
            api.tv_seasons.account_states,
            series_id,
            season_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
