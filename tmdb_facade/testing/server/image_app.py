"""The image server of the embedded TMDB: every file name has an image, generated in the requested size.

TMDB serves images from a separate host without credentials: `https://image.tmdb.org/t/p/{size}/{file_path}`. The embedded
server uses the same path on its own host.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_facade._core.images import DEFAULT_SETTINGS, ORIGINAL
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.faults.error_answers import FaultAnswer
from tmdb_facade.testing.faults.outcome import Outcome
from tmdb_facade.testing.faults.request_pattern import IMAGES
from tmdb_facade.testing.protocol.headers import cors_headers, etag_matches

from . import image_bytes
from .middleware import OUTCOME

# Larger than any other size.
_ORIGINAL_WIDTH = 1500
# A year: a changed image gets a new name.
_MAX_AGE = 365 * 24 * 3600
_NAME = re.compile(r"(?!\.)[\w.-]+\.(jpg|png|svg)", re.ASCII)
_SIZE = re.compile(r"[wh](\d+)")
_FORMATS: Mapping[str, tuple[str, Callable[[int, int], bytes]]] = {
    "jpg": ("image/jpeg", image_bytes.jpeg),
    "png": ("image/png", image_bytes.png),
    "svg": ("image/svg+xml", image_bytes.svg),
}


class ImageApp:
    """Middleware that answers the requests for images."""

    def __init__(self, app: ASGIApp, catalogue: Catalogue) -> None:
        """Wrap an application.

        Args:
            app: The application that answers all other requests, and those that a fault answers.
            catalogue: The catalogue whose configuration lists the sizes.
        """
        self._app = app
        images = catalogue.configuration.images
        configured = [size for kind in DEFAULT_SETTINGS.sizes for size in getattr(images, f"{kind}_sizes")]
        self._sizes = frozenset(configured or (size for sizes in DEFAULT_SETTINGS.sizes.values() for size in sizes))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        outcome: Outcome | None = scope.get(OUTCOME)
        replaced = outcome is not None and isinstance(outcome.failure, FaultAnswer)
        if replaced or scope["type"] != "http" or scope["method"] == "OPTIONS" or not scope["path"].startswith(IMAGES):
            await self._app(scope, receive, send)
            return
        response = self._answer(scope["method"], scope["path"].removeprefix(IMAGES), Headers(scope=scope))
        await response(scope, receive, send)

    def _answer(self, method: str, path: str, request_headers: Headers) -> Response:
        if method not in ("GET", "HEAD"):
            return Response(None, 405, {"allow": "GET, HEAD"})
        size, _, name = path.partition("/")
        match = _NAME.fullmatch(name)
        if size not in self._sizes or match is None:
            return Response("<h1>File not Found</h1>\n", 404, cors_headers(request_headers), "text/html")
        content_type, make = _FORMATS[match[1]]
        # TMDB does not resize SVG images.
        width = _width(ORIGINAL if match[1] == "svg" else size)
        content = make(width, width)
        headers = {
            "cache-control": f"public, max-age={_MAX_AGE}",
            "content-type": content_type,
            "etag": f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"',
            **cors_headers(request_headers),
        }
        if etag_matches(headers["etag"], request_headers.get("if-none-match", "")):
            del headers["content-type"]
            return Response(None, 304, headers)
        if method == "HEAD":
            return Response(None, 200, {**headers, "content-length": f"{len(content)}"})
        return Response(content, 200, headers)


def _width(size: str) -> int:
    """Return the width of a size in pixels. Images are square: the path does not reveal the kind of image."""
    match = _SIZE.fullmatch(size)
    return int(match[1]) if match else _ORIGINAL_WIDTH
