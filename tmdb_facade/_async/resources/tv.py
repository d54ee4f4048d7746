"""Series."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._async.resources.details import AsyncTVDetailsResource
from tmdb_facade._async.resources.tv_lists import AsyncTVListsResource
from tmdb_facade._async.resources.tv_metadata import AsyncTVMetadataResource
from tmdb_facade._async.resources.tv_ratings import AsyncTVRatingsResource

if TYPE_CHECKING:
    from tmdb_facade._async.resources.tv_episode_groups import AsyncTVEpisodeGroupsResource
    from tmdb_facade._async.resources.tv_episodes import AsyncTVEpisodesResource
    from tmdb_facade._async.resources.tv_seasons import AsyncTVSeasonsResource
    from tmdb_facade.models import TVDetails


class AsyncTVResource(AsyncTVDetailsResource, AsyncTVMetadataResource, AsyncTVListsResource, AsyncTVRatingsResource):
    """Series: `tmdb.tv`."""

    @cached_property
    def seasons(self) -> AsyncTVSeasonsResource:
        """The seasons of series."""
        from tmdb_facade._async.resources.tv_seasons import AsyncTVSeasonsResource

        return AsyncTVSeasonsResource(self._requester)

    @cached_property
    def episodes(self) -> AsyncTVEpisodesResource:
        """The episodes of series."""
        from tmdb_facade._async.resources.tv_episodes import AsyncTVEpisodesResource

        return AsyncTVEpisodesResource(self._requester)

    @cached_property
    def episode_groups(self) -> AsyncTVEpisodeGroupsResource:
        """Other orders of the episodes of series."""
        from tmdb_facade._async.resources.tv_episode_groups import AsyncTVEpisodeGroupsResource

        return AsyncTVEpisodeGroupsResource(self._requester)

    async def latest(self) -> TVDetails:
        """Give the series that was added last.

        Returns:
            The series; much of it is often empty still.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/tv-series-latest-id
        """
        return await self._requester.call(api.tv.latest)
