# Made from tmdb_facade/_async/resources/tv_episode_groups.py by `make sync`: edit that file, never this one.
"""Other orders of the episodes of series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade.models import EpisodeGroupDetails, EpisodeGroups


class TVEpisodeGroupsResource(Resource):
    """Other orders of the episodes of series: `tmdb.tv.episode_groups`."""

    def for_series(self, series_id: int) -> EpisodeGroups:
        """List the other orders in which the episodes of a series can be watched.

        Args:
            series_id: TMDB's id of the series.

        Returns:
            The orders, each with its id; without their episodes.

        Raises:
            NotFoundError: There is no such series.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-series-episode-groups
        """
        return self._requester.call(api.tv.episode_groups, series_id)

    def details(self, tv_episode_group_id: str) -> EpisodeGroupDetails:
        """Give one order of a series' episodes.

        Args:
            tv_episode_group_id: TMDB's id of the order, as in `5acf93e60e0a26346d0000ce`.

        Returns:
            The order, with its groups and the episodes in each.

        Raises:
            NotFoundError: There is no such order.
            TMDBError: TMDB gave no answer, or another error.

        https://developer.themoviedb.org/reference/tv-episode-group-details
        """
        return self._requester.call(api.tv_episode_groups.details, tv_episode_group_id)
