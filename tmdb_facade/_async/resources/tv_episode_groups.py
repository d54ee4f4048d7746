"""Other orders of the episodes of series."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.base import AsyncResource

if TYPE_CHECKING:
    from tmdb_facade.models import EpisodeGroupDetails, EpisodeGroups


class AsyncTVEpisodeGroupsResource(AsyncResource):
    """Other orders of the episodes of series: `tmdb.tv.episode_groups`."""

    async def for_series(self, series_id: int) -> EpisodeGroups:
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
        return await self._requester.call(api.tv.episode_groups, series_id)

    async def details(self, tv_episode_group_id: str) -> EpisodeGroupDetails:
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
        return await self._requester.call(api.tv_episode_groups.details, tv_episode_group_id)
