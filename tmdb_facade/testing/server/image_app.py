"""The images of the embedded TMDB: any name has one, as wide as its size says, for whoever asks.

TMDB has its images on a host of their own, `https://image.tmdb.org/t/p/{size}/{file_path}`, which asks for no credentials.
Here they are on the same server, at the same path.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from types import MappingProxyType

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_facade._core.images import DEFAULT_SETTINGS, ORIGINAL
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.faults.error_answers import FaultAnswer
from tmdb_facade.testing.faults.request_pattern import IMAGES
from tmdb_facade.testing.faults.rules import Outcome
from tmdb_facade.testing.protocol.headers import is_known, open_to_all

from . import image_bytes
from .middleware import OUTCOME

# Wider than any other size.
_ORIGINAL_WIDTH = 1500
# A year: an image that changes gets another name.
_MAX_AGE = 365 * 24 * 3600
_NAME = re.compile(r"(?!\.)[\w.-]+\.(jpg|png|svg)", re.ASCII)
_SIZE = re.compile(r"[wh](\d+)")
_MADE: Mapping[str, tuple[str, Callable[[int, int], bytes]]] = MappingProxyType(
    {
        "jpg": ("image/jpeg", image_bytes.jpeg),
        "png": ("image/png", image_bytes.png),
        "svg": ("image/svg+xml", image_bytes.svg),
    }
)


class ImageApp:
    """Answers what is asked of the image host, and lets all else through."""

    def __init__(self, app: ASGIApp, catalogue: Catalogue) -> None:
        """Stand before an application.

        Args:
            app: What answers all else, and what faults put in the place of an image.
            catalogue: Whose configuration names the sizes.
        """
        self._app = app
        said = catalogue.configuration.images
        named = (
            *said.backdrop_sizes,
            *said.logo_sizes,
            *said.poster_sizes,
            *said.profile_sizes,
            *said.still_sizes,
        )
        self._sizes = frozenset(named or (size for sizes in DEFAULT_SETTINGS.sizes.values() for size in sizes))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] == "OPTIONS" or not scope["path"].startswith(IMAGES):
            await self._app(scope, receive, send)
            return
        outcome: Outcome | None = scope.get(OUTCOME)
        if outcome is not None and isinstance(outcome.failure, FaultAnswer):
            await self._app(scope, receive, send)
            return
        response = self._answer(scope["method"], scope["path"].removeprefix(IMAGES), Headers(scope=scope))
        await response(scope, receive, send)

    def _answer(self, method: str, path: str, asked: Headers) -> Response:
        if method not in ("GET", "HEAD"):
            return Response(None, 405, {"allow": "GET, HEAD"})
        size, _, name = path.partition("/")
        found = _NAME.fullmatch(name)
        if size not in self._sizes or found is None:
            return Response("<h1>File not Found</h1>\n", 404, open_to_all(asked), "text/html")
        content_type, make = _MADE[found[1]]
        # TMDB does not resize an svg.
        width = _width(ORIGINAL if found[1] == "svg" else size)
        content = make(width, width)
        headers = {
            "cache-control": f"public, max-age={_MAX_AGE}",
            "content-type": content_type,
            "etag": f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"',
            **open_to_all(asked),
        }
        if is_known(headers["etag"], asked.get("if-none-match", "")):
            del headers["content-type"]
            return Response(None, 304, headers)
        if method == "HEAD":
            return Response(None, 200, {**headers, "content-length": f"{len(content)}"})
        return Response(content, 200, headers)


def _width(size: str) -> int:
    """Tell how wide, and high, the picture of a size is: of what kind of image it is, its path does not say."""
    found = _SIZE.fullmatch(size)
    return int(found[1]) if found else _ORIGINAL_WIDTH
