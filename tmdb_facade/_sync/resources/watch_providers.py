# Made from tmdb_facade/_async/resources/watch_providers.py by `make sync`: edit that file, never this one.
"""Providers that films and series can be watched with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._sync.resources.base import Resource

if TYPE_CHECKING:
    from tmdb_facade.models import WatchProviderList, WatchProviderRegions


class WatchProvidersResource(Resource):
    """Providers that films and series can be watched with: `tmdb.watch_providers`."""

    def movies(self, *, language: str | None = None, watch_region: str | None = None) -> WatchProviderList:
        """List the providers that offer films.

        Args:
            language: The language of the names, as in `pt-BR`; the client's by default.
            watch_region: Only providers in this country, ISO 3166-1 as in `BR`.

        Returns:
            The providers, with their order in each country. They are JustWatch's data, who has to be named as their
            source.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/watch-providers-movie-list
        """
        return self._requester.call(api.watch_providers.movie_list, language=language, watch_region=watch_region)

    def tv(self, *, language: str | None = None, watch_region: str | None = None) -> WatchProviderList:
        """List the providers that offer series.

        Args:
            language: The language of the names, as in `pt-BR`; the client's by default.
            watch_region: Only providers in this country, ISO 3166-1 as in `BR`.

        Returns:
            The providers, with their order in each country. They are JustWatch's data, who has to be named as their
            source.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/watch-provider-tv-list
        """
        return self._requester.call(api.watch_providers.tv_list, language=language, watch_region=watch_region)

    def regions(self, *, language: str | None = None) -> WatchProviderRegions:
        """List the countries that providers are known for.

        Args:
            language: The language of the names, as in `pt-BR`; the client's by default.

        Returns:
            The countries.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/watch-providers-available-regions
        """
        return self._requester.call(api.watch_providers.regions, language=language)
