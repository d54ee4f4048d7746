"""TV series."""

from __future__ import annotations

from functools import cached_property

from tmdb_bindings import api
from tmdb_facade import models, resources
from tmdb_facade._async.resources.details import AsyncTVDetailsResource
from tmdb_facade._async.resources.tv_lists import AsyncTVListsResource
from tmdb_facade._async.resources.tv_metadata import AsyncTVMetadataResource
from tmdb_facade._async.resources.tv_ratings import AsyncTVRatingsResource


class AsyncTVResource(AsyncTVDetailsResource, AsyncTVMetadataResource, AsyncTVListsResource, AsyncTVRatingsResource):
    """TV series: `tmdb.tv`."""

    _path = "tv"

    @cached_property
    def seasons(self) -> resources.AsyncTVSeasonsResource:
        """Seasons of TV series."""
        return resources.AsyncTVSeasonsResource(self._requester)

    @cached_property
    def episodes(self) -> resources.AsyncTVEpisodesResource:
        """Episodes of TV series."""
        return resources.AsyncTVEpisodesResource(self._requester)

    @cached_property
    def episode_groups(self) -> resources.AsyncTVEpisodeGroupsResource:
        """Alternative episode orders of TV series."""
        return resources.AsyncTVEpisodeGroupsResource(self._requester)

    async def latest(self) -> models.TVDetails:
        """Get the most recently added TV series.

        Returns:
            The series; many of its fields are often empty.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-latest-id
        """
        return await self._requester.call(api.tv.latest)
