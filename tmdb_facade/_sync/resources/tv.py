# Made from tmdb_facade/_async/resources/tv.py by `make sync`: edit that file, never this one.
"""TV series."""

from __future__ import annotations

from functools import cached_property

from tmdb_bindings import api
from tmdb_facade import models, resources
from tmdb_facade._sync.resources.details import TVDetailsResource
from tmdb_facade._sync.resources.tv_lists import TVListsResource
from tmdb_facade._sync.resources.tv_metadata import TVMetadataResource
from tmdb_facade._sync.resources.tv_ratings import TVRatingsResource


class TVResource(TVDetailsResource, TVMetadataResource, TVListsResource, TVRatingsResource):
    """TV series: `tmdb.tv`."""

    _path = "tv"

    @cached_property
    def seasons(self) -> resources.TVSeasonsResource:
        """Seasons of TV series."""
        return resources.TVSeasonsResource(self._requester)

    @cached_property
    def episodes(self) -> resources.TVEpisodesResource:
        """Episodes of TV series."""
        return resources.TVEpisodesResource(self._requester)

    @cached_property
    def episode_groups(self) -> resources.TVEpisodeGroupsResource:
        """Alternative episode orders of TV series."""
        return resources.TVEpisodeGroupsResource(self._requester)

    def latest(self) -> models.TVDetails:
        """Get the most recently added TV series.

        Returns:
            The series; many of its fields are often empty.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/tv-series-latest-id
        """
        return self._requester.call(api.tv.latest)
