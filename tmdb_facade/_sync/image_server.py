# Made from tmdb_facade/_async/image_server.py by `make sync`: edit that file, never this one.
"""Where images are: as TMDB's configuration says once it was asked, and as it has always been until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.images import DEFAULT_SETTINGS, ImageSettings, download_base, image_settings
from tmdb_facade._runtime.threads import FetchOnce

if TYPE_CHECKING:
    from tmdb_facade._sync.requester import Requester


class ImageServer:
    """Where the images of one client are."""

    def __init__(self, requester: Requester) -> None:
        self._requester = requester
        self._fetched = FetchOnce(self._fetch)

    @property
    def current(self) -> ImageSettings:
        """What is known by now; asks nobody."""
        return self._fetched.value or DEFAULT_SETTINGS

    @property
    def fetched(self) -> ImageSettings:
        """Where images are fetched as far as is known by now; asks nobody."""
        return download_base(self.current, self._requester.hosts.images)

    def load(self) -> ImageSettings:
        """Ask for TMDB's configuration, unless that has been done."""
        return self._fetched.get()

    def _fetch(self) -> ImageSettings:
        return image_settings((self._requester.call(api.configuration.details)).images)
