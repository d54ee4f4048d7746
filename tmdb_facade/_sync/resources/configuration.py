# Made from tmdb_facade/_async/resources/configuration.py by `make sync`: edit that file, never this one.
"""TMDB's configuration and reference lists."""

from __future__ import annotations

from tmdb_bindings import api
from tmdb_facade import models
from tmdb_facade._sync.resources.base import Resource


class ConfigurationResource(Resource):
    """TMDB's configuration and reference lists: `tmdb.configuration`."""

    _path = "configuration"

    def details(self) -> models.Configuration:
        """Get the image server, the image sizes and the keys of changes.

        Returns:
            The configuration; it rarely changes.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-details
        """
        return self._requester.call(api.configuration.details)

    def countries(self, *, language: str | None = None) -> list[models.Country]:
        """List the countries.

        Args:
            language: Language of texts, such as `pt-BR`. Defaults to the client's language.

        Returns:
            The countries with their ISO 3166-1 codes.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-countries
        """
        return self._requester.call(api.configuration.countries, language=language)

    def jobs(self) -> list[models.Job]:
        """List the departments of a crew and the jobs in each.

        Returns:
            The departments.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-jobs
        """
        return self._requester.call(api.configuration.jobs)

    def languages(self) -> list[models.Language]:
        """List the languages.

        Returns:
            The languages with their ISO 639-1 codes.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-languages
        """
        return self._requester.call(api.configuration.languages)

    def primary_translations(self) -> list[str]:
        """List the languages that TMDB itself is translated into.

        Returns:
            Language tags such as `pt-BR`.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-primary-translations
        """
        return self._requester.call(api.configuration.primary_translations)

    def timezones(self) -> list[models.CountryTimezones]:
        """List the time zones of each country.

        Returns:
            The countries with their time zones.

        Raises:
            TMDBError: The request failed, or TMDB returned an error.

        https://developer.themoviedb.org/reference/configuration-timezones
        """
        return self._requester.call(api.configuration.timezones)
