"""Base URL and sizes of TMDB's image server."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.images import DEFAULT_SETTINGS, ImageSettings, download_base, image_settings
from tmdb_facade._runtime.tasks import FetchOnce

if TYPE_CHECKING:
    from tmdb_facade._async.requester import AsyncRequester


class AsyncImageServer:
    """The settings of TMDB's image server: the defaults until TMDB's configuration is loaded."""

    def __init__(self, requester: AsyncRequester) -> None:
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

    async def load(self) -> ImageSettings:
        """Load the settings from TMDB's configuration, once."""
        return await self._fetched.get()

    async def _fetch(self) -> ImageSettings:
        return image_settings((await self._requester.call(api.configuration.details)).images)
