"""Films and series by any number of conditions."""

from __future__ import annotations

from tmdb_facade._async.resources.discover_movies import AsyncDiscoverMoviesResource
from tmdb_facade._async.resources.discover_tv import AsyncDiscoverTVResource


class AsyncDiscoverResource(AsyncDiscoverMoviesResource, AsyncDiscoverTVResource):
    """Films and series by any number of conditions: `tmdb.discover`.

    A condition on several values says which it means: `genres=all_of(28, 12)` or `genres=any_of(28, 12)`; a single value
    is passed as it is. A condition on a range takes `between(low, high)`, its ends included and each of them optional.
    """
