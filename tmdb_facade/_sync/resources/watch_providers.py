# Made from tmdb_facade/_async/resources/watch_providers.py by `make sync`: edit that file, never this one.
"""Watch providers for movies and TV series."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class WatchProvidersResource(Resource):
    """Watch providers for movies and TV series: `tmdb.watch_providers`."""

    _path = "watch_providers"

    def movies(self, *, language: str | None = None, watch_region: str | None = None) -> models.WatchProviderList:
        """List the watch providers for movies.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            watch_region: Country of the watch providers, ISO 3166-1, such as `BR`.

        Returns:
            The providers, with their display priority in each country. JustWatch provides the data and must be named as
            its source.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/watch-providers-movie-list
        """
        return self._requester.call(api.watch_providers.movie_list, language=language, watch_region=watch_region)

    def tv(self, *, language: str | None = None, watch_region: str | None = None) -> models.WatchProviderList:
        """List the watch providers for TV series.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.
            watch_region: Country of the watch providers, ISO 3166-1, such as `BR`.

        Returns:
            The providers, with their display priority in each country. JustWatch provides the data and must be named as
            its source.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/watch-provider-tv-list
        """
        return self._requester.call(api.watch_providers.tv_list, language=language, watch_region=watch_region)

    def regions(self, *, language: str | None = None) -> models.WatchProviderRegions:
        """List the countries with watch providers.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The countries.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/watch-providers-available-regions
        """
        return self._requester.call(api.watch_providers.regions, language=language)
