# Made from tmdb_facade/_async/resources/configuration.py by `make sync`: edit that file, never this one.
"""TMDB's own settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api

if TYPE_CHECKING:
    from tmdb_facade._sync.calls import Calls
    from tmdb_facade.models import Configuration


class ConfigurationResource:
    """TMDB's own settings: `tmdb.configuration`."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls

    def details(self) -> Configuration:
        """Give the image servers, the sizes of images, and the keys of change lists.

        Returns:
            The settings; they change seldom.

        Raises:
            TMDBError: TMDB gave no answer, or an error.

        https://developer.themoviedb.org/reference/configuration-details
        """
        return self._calls.call(api.configuration.details)
