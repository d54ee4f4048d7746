"""The image server of the embedded TMDB: every file name has an image, generated in the requested size.

TMDB serves images from a separate host without credentials: `https://image.tmdb.org/t/p/{size}/{file_path}`. The embedded
server uses the same path on its own host. An image of the catalogue has its shape, and shows the title of its record.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade._core.images import DEFAULT_SETTINGS, ORIGINAL
from tmdb_facade.testing.catalogue import Catalogue
from tmdb_facade.testing.catalogue.pictures import USUAL_SIZES, Picture
from tmdb_facade.testing.faults.error_answers import FaultAnswer
from tmdb_facade.testing.faults.outcome import Outcome
from tmdb_facade.testing.faults.request_pattern import IMAGES
from tmdb_facade.testing.protocol.headers import cors_headers, etag_matches
from tmdb_facade.testing.protocol.hosts import Site

from .front import serves
from .image_sizes import dimensions, existing_sizes, is_cut, kind_of_path
from .middleware import OUTCOME

if TYPE_CHECKING:
    from . import drawing
else:
    # Most servers draw no image.
    drawing = lazy_module(f"{__package__}.drawing")

# A year: a changed image gets a new name.
_MAX_AGE = 365 * 24 * 3600
_NAME = re.compile(r"(?!\.)[\w.-]+\.(jpg|png|svg)", re.ASCII)
_CONTENT_TYPES = {"jpg": "image/jpeg", "png": "image/png", "svg": "image/svg+xml"}


class ImageApp:
    """Middleware that answers the requests for images."""

    def __init__(self, app: ASGIApp, catalogue: Catalogue) -> None:
        """Wrap an application.

        Args:
            app: The application that answers all other requests, and those that a fault answers.
            catalogue: The catalogue whose images it serves, and whose configuration lists the sizes.
        """
        self._app = app
        self._catalogue = catalogue
        images = catalogue.configuration.images
        self._configured: Mapping[str, tuple[str, ...]] = {
            kind: getattr(images, f"{kind}_sizes") for kind in DEFAULT_SETTINGS.sizes
        }
        self._sizes = existing_sizes(size for sizes in self._configured.values() for size in sizes)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        outcome: Outcome | None = scope.get(OUTCOME)
        replaced = outcome is not None and isinstance(outcome.failure, FaultAnswer)
        if replaced or scope["type"] != "http" or scope["method"] == "OPTIONS" or not _is_image(scope):
            await self._app(scope, receive, send)
            return
        response = self._answer(scope["method"], scope["path"].removeprefix(IMAGES), Headers(scope=scope))
        await response(scope, receive, send)

    def _answer(self, method: str, path: str, request_headers: Headers) -> Response:
        if method not in ("GET", "HEAD"):
            return Response(None, 405, {"allow": "GET, HEAD"})
        size, _, name = path.partition("/")
        # Programs that join a size and a path of TMDB's answers often write two slashes.
        name = name.removeprefix("/")
        match = _NAME.fullmatch(name)
        if not (size in self._sizes or is_cut(size)) or match is None:
            return Response("<h1>File not Found</h1>\n", 404, cors_headers(request_headers), "text/html")
        content = self._image(name, size, match[1])
        headers = {
            "cache-control": f"public, max-age={_MAX_AGE}",
            "content-type": _CONTENT_TYPES[match[1]],
            "etag": f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"',
            **cors_headers(request_headers),
        }
        if etag_matches(headers["etag"], request_headers.get("if-none-match", "")):
            del headers["content-type"]
            return Response(None, 304, headers)
        if method == "HEAD":
            return Response(None, 200, {**headers, "content-length": f"{len(content)}"})
        return Response(content, 200, headers)

    def _image(self, name: str, size: str, extension: str) -> bytes:
        picture = self._catalogue.pictures.get(f"/{name}")
        if picture is None:
            picture = Picture("", name.rpartition(".")[0], *USUAL_SIZES[kind_of_path(name, size, self._configured)])
        # TMDB does not resize SVG images.
        shape = dimensions(ORIGINAL if extension == "svg" else size, (picture.width, picture.height))
        assert shape is not None, size
        return _drawer(extension)(picture, *shape)


def _is_image(scope: Scope) -> bool:
    return scope["path"].startswith(IMAGES) and (serves(scope, Site.IMAGES) or serves(scope, Site.WEBSITE))


def _drawer(extension: str) -> Callable[[Picture, int, int], bytes]:
    match extension:
        case "jpg":
            return drawing.jpeg
        case "png":
            return drawing.png
        case _:
            return drawing.svg
