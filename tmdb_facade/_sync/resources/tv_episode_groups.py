# Made from tmdb_facade/_async/resources/tv_episode_groups.py by `make sync`: edit that file, never this one.
"""Alternative episode orders of TV series."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class TVEpisodeGroupsResource(Resource):
    """Alternative episode orders of TV series: `tmdb.tv.episode_groups`."""

    def for_series(self, series_id: int) -> models.EpisodeGroups:
        """List the alternative episode orders of a TV series.

        Args:
            series_id: TMDB's id of the TV series.

        Returns:
            The orders with their ids, without episodes.

        Raises:
            NotFoundError: No TV series has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-episode-groups
        """
        return self._requester.call(api.tv.episode_groups, series_id)

    def details(self, tv_episode_group_id: str) -> models.EpisodeGroupDetails:
        """Get an episode order's details.

        Args:
            tv_episode_group_id: TMDB's id of the order, such as `5acf93e60e0a26346d0000ce`.

        Returns:
            The order, with its groups and their episodes.

        Raises:
            NotFoundError: No episode order has this id.
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-episode-group-details
        """
        return self._requester.call(api.tv_episode_groups.details, tv_episode_group_id)
