"""TMDB's configuration and reference lists."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._async.resources.base import AsyncResource


class AsyncConfigurationResource(AsyncResource):
    """TMDB's configuration and reference lists: `tmdb.configuration`."""

    _path = "configuration"

    async def details(self) -> models.Configuration:
        """Get the image server, the image sizes and the keys of changes.

        Returns:
            The configuration; it rarely changes.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-details
        """
        return await self._requester.call(api.configuration.details)

    async def countries(self, *, language: str | None = None) -> list[models.Country]:
        """List the countries.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The countries with their ISO 3166-1 codes.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-countries
        """
        return await self._requester.call(api.configuration.countries, language=language)

    async def jobs(self) -> list[models.Job]:
        """List the departments of a crew and the jobs in each.

        Returns:
            The departments.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-jobs
        """
        return await self._requester.call(api.configuration.jobs)

    async def languages(self) -> list[models.Language]:
        """List the languages.

        Returns:
            The languages with their ISO 639-1 codes.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-languages
        """
        return await self._requester.call(api.configuration.languages)

    async def primary_translations(self) -> list[str]:
        """List the languages that TMDB itself is translated into.

        Returns:
            Language tags such as `pt-BR`.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-primary-translations
        """
        return await self._requester.call(api.configuration.primary_translations)

    async def timezones(self) -> list[models.CountryTimezones]:
        """List the time zones of each country.

        Returns:
            The countries with their time zones.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-timezones
        """
        return await self._requester.call(api.configuration.timezones)
