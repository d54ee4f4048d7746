# Made from tmdb_facade/_async/image_server.py by `make sync`: edit that file, never this one.
"""Where images are: as TMDB's configuration says once it was asked, and as it has always been until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_bindings import api
from tmdb_facade._core.images import DEFAULT_SETTINGS, ImageSettings, fetched_from, image_settings
from tmdb_facade._runtime.threads import Once

if TYPE_CHECKING:
    from tmdb_facade._sync.calls import Calls


class ImageServer:
    """Where the images of one client are."""

    def __init__(self, calls: Calls) -> None:
        self._calls = calls
        self._fetched = Once(self._fetch)

    @property
    def current(self) -> ImageSettings:
        """What is known by now; asks nobody."""
        return self._fetched.value or DEFAULT_SETTINGS

    @property
    def fetched(self) -> ImageSettings:
        """Where images are fetched as far as is known by now; asks nobody."""
        return fetched_from(self.current, self._calls.sites.images)

    def load(self) -> ImageSettings:
        """Ask for TMDB's configuration, unless that has been done."""
        return self._fetched.get()

    def _fetch(self) -> ImageSettings:
        return image_settings((self._calls.call(api.configuration.details)).images)
