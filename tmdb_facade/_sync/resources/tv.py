# Made from tmdb_facade/_async/resources/tv.py by `make sync`: edit that file, never this one.
"""TV series."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.details import TVDetailsResource
from tmdb_facade._sync.resources.tv_lists import TVListsResource
from tmdb_facade._sync.resources.tv_metadata import TVMetadataResource
from tmdb_facade._sync.resources.tv_ratings import TVRatingsResource

if TYPE_CHECKING:
    from tmdb_facade._sync.resources.tv_episode_groups import TVEpisodeGroupsResource
    from tmdb_facade._sync.resources.tv_episodes import TVEpisodesResource
    from tmdb_facade._sync.resources.tv_seasons import TVSeasonsResource


class TVResource(TVDetailsResource, TVMetadataResource, TVListsResource, TVRatingsResource):
    """TV series: `tmdb.tv`."""

    @cached_property
    def seasons(self) -> TVSeasonsResource:
        """Seasons of TV series."""
        from tmdb_facade._sync.resources.tv_seasons import TVSeasonsResource

        return TVSeasonsResource(self._requester)

    @cached_property
    def episodes(self) -> TVEpisodesResource:
        """Episodes of TV series."""
        from tmdb_facade._sync.resources.tv_episodes import TVEpisodesResource

        return TVEpisodesResource(self._requester)

    @cached_property
    def episode_groups(self) -> TVEpisodeGroupsResource:
        """Alternative episode orders of TV series."""
        from tmdb_facade._sync.resources.tv_episode_groups import TVEpisodeGroupsResource

        return TVEpisodeGroupsResource(self._requester)

    def latest(self) -> models.TVDetails:
        """Get the most recently added TV series.

        Returns:
            The series; many of its fields are often empty.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-latest-id
        """
        return self._requester.call(api.tv.latest)
