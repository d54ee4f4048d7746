# Made from tmdb_facade/_async/resources/tv_seasons.py by `make sync`: edit that file, never this one.
"""Seasons of series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.details import SeasonDetailsResource
from tmdb_facade._sync.resources.tv_season_metadata import TVSeasonMetadataResource

if TYPE_CHECKING:
    from tmdb_facade.models import SeasonAccountStates


class TVSeasonsResource(SeasonDetailsResource, TVSeasonMetadataResource):
    """Seasons of series: `tmdb.tv.seasons`."""

    def account_states(
        self, series_id: int, season_number: int, *, session_id: str | None = None, guest_session_id: str | None = None
    ) -> SeasonAccountStates:
        """List the user's own ratings of the episodes of a season.

        Args:
            series_id: TMDB's id of the series.
            season_number: The number of the season; 0 has the specials.
            session_id: The session of a user.
            guest_session_id: The session of a guest, in the place of a user's.

        Returns:
            For each episode whether and how it was rated.

        Raises:
            NotFoundError: There is no such season.
            AuthenticationError: There is no session, or it is over.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-season-account-states
        """
        return self._requester.call(
            api.tv_seasons.account_states,
            series_id,
            season_number,
            session_id=session_id,
            guest_session_id=guest_session_id,
        )
