# Made from tmdb_facade/_async/image_server.py by `make sync`: edit that file, never this one.
"""Base URL and sizes of TMDB's image server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.images import DEFAULT_SETTINGS, ImageSettings, download_base, image_settings
from tmdb_facade._runtime.threads import FetchOnce

if TYPE_CHECKING:
    from tmdb_facade._sync.requester import Requester


class ImageServer:
    """The settings of TMDB's image server: the defaults until TMDB's configuration is loaded."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester
        self._fetched = FetchOnce(self._fetch)

    @property
    def settings(self) -> ImageSettings:
        """The settings for URLs. Sends no request."""
        return self._fetched.value or DEFAULT_SETTINGS

    @property
    def download_settings(self) -> ImageSettings:
        """The settings for downloads. Sends no request."""
        return download_base(self.settings, self._requester.hosts.images)

    def load(self) -> ImageSettings:
        """Load the settings from TMDB's configuration, once."""
        return self._fetched.get()

    def _fetch(self) -> ImageSettings:
        return image_settings((self._requester.call(api.configuration.details)).images)
