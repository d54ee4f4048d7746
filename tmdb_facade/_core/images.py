"""Image URLs: the image server, the sizes, and the choice of a size.

TMDB's answers contain only paths (`/abc.jpg`); the server and the sizes come from its configuration. Both have been the
same for many years, so they are built in, and URLs need no request.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from tmdb_facade._core.client.hosts import TMDB_HOSTS
from tmdb_facade._core.request.url import check_url
from tmdb_facade._core.request.validation import check_choice, check_integer, invalid
from tmdb_facade.errors import Difference, DriftError, InvalidArgumentError

if TYPE_CHECKING:
    from tmdb_bindings.models import ImageConfiguration
    from tmdb_bindings.runtime import OpenStrEnum

#: The size of the uploaded image.
ORIGINAL = "original"

# A size can be a height: `h632` of profile images, whose width is two thirds of their height.
_SIZE = re.compile(r"([wh])([0-9]{1,9})")
# The usual aspect ratio of each kind of image.
_WIDTH_OF_HEIGHT = {"backdrop": 16 / 9, "logo": 1.0, "poster": 2 / 3, "profile": 2 / 3, "still": 16 / 9}

# One path segment that cannot lead elsewhere: the path in a model may come from any source.
_PATH = re.compile(r"/?(?!\.)[\w.-]+\.\w+")
_LONGEST_PATH = 255
# The picture of a reviewer at another server, which TMDB's answers write behind a slash.
_ADDRESS = re.compile(r"/(https?://[^\s\"'<>\\\x00-\x20\x7f]+)")


class ImageSettings(NamedTuple):
    """Base URL and sizes of TMDB's image server.

    Attributes:
        base_url: The server's URL with a trailing slash.
        sizes: The sizes of each kind of image.
    """

    base_url: str
    sizes: Mapping[str, Sequence[str]]


class _BuiltInSizes(Mapping[str, Sequence[str]]):
    """The sizes of each kind of image: the members of its enum, which is imported when a size is needed."""

    def __getitem__(self, kind: str) -> tuple[str, ...]:
        return _built_in_sizes(kind)

    def __iter__(self) -> Iterator[str]:
        return iter(_WIDTH_OF_HEIGHT)

    def __len__(self) -> int:
        return len(_WIDTH_OF_HEIGHT)


@cache
def _built_in_sizes(kind: str) -> tuple[str, ...]:
    if kind not in _WIDTH_OF_HEIGHT:
        raise KeyError(kind)
    return tuple(map(str, _size_enum(kind)))


def _size_enum(kind: str) -> type[OpenStrEnum]:
    from tmdb_bindings import models  # imported here: importing a client imports no models

    enum: type[OpenStrEnum] = getattr(models, f"{kind.capitalize()}Size")
    return enum


DEFAULT_SETTINGS = ImageSettings(TMDB_HOSTS.images, _BuiltInSizes())


def image_settings(images: ImageConfiguration | None) -> ImageSettings:
    """Return the settings of TMDB's configuration.

    Args:
        images: The `images` object of the configuration; `None` if it is missing, which its type denies.

    Returns:
        The settings, with defaults for missing and malformed values.

    Raises:
        DriftError: The configuration has no `images`.
    """
    if images is None:
        place = ("configuration_details", "Configuration", "images", "$.images")
        raise DriftError(Difference(*place, "ImageConfiguration", "nothing"))
    sizes: dict[str, Sequence[str]] = {kind: getattr(images, f"{kind}_sizes") for kind in DEFAULT_SETTINGS.sizes}
    base_url = images.secure_base_url or ""
    try:
        check_url("secure_base_url", base_url, ("http", "https"), DEFAULT_SETTINGS.base_url)
    except InvalidArgumentError:
        base_url = DEFAULT_SETTINGS.base_url
    return ImageSettings(
        base_url if base_url.endswith("/") else f"{base_url}/",
        {kind: tuple(known) or DEFAULT_SETTINGS.sizes[kind] for kind, known in sizes.items()},
    )


def download_base(settings: ImageSettings, images: str) -> ImageSettings:
    """Return the settings for downloads, which an embedded TMDB server serves itself.

    Args:
        settings: The settings of image URLs.
        images: The base URL that replaces TMDB's image server.

    Returns:
        The settings; unchanged if the configured image server is not TMDB's.
    """
    return settings._replace(base_url=images) if settings.base_url == DEFAULT_SETTINGS.base_url else settings


def image_url(
    settings: ImageSettings, path: str, kind: str, *, width: int | None = None, size: str | None = None
) -> str:
    """Build the URL of an image.

    Args:
        settings: Base URL and sizes.
        path: The path in TMDB's answer (`/abc.jpg`).
        kind: The kind of image, which has its own sizes.
        width: The width in pixels; the smallest size that is at least as wide is chosen.
        size: The size, instead of a width.

    Returns:
        The URL. It is that of the original if neither width nor size is passed, and for an SVG, which TMDB does not
        resize.

    Raises:
        InvalidArgumentError: The kind or size is unknown, both width and size are passed, or the path is not that of an
            image.
    """
    sizes = sizes_of(settings, kind)
    if not _is_path(path):
        raise invalid("path", "the path of an image such as '/abc.jpg'", path)
    chosen = choose_size(sizes, kind, width, size)
    if path.lower().endswith(".svg"):
        chosen = ORIGINAL
    return f"{settings.base_url}{chosen}/{path.removeprefix('/')}"


def shown_image_url(
    settings: ImageSettings,
    path: str | None,
    kind: str,
    *,
    width: int | None = None,
    size: str | None = None,
    default: str | None = None,
) -> str | None:
    """Build the URL of an image in an answer, which may be missing or at another server.

    Args:
        settings: Base URL and sizes.
        path: The path in TMDB's answer, also an empty one or the `/https://...` of a reviewer's picture.
        kind: The kind of image.
        width: The width in pixels.
        size: The size, instead of a width.
        default: The URL of a stand-in image.

    Returns:
        The URL; the default without a path.

    Raises:
        InvalidArgumentError: As by `image_url`.
    """
    # All arguments are validated with and without a path, so that a mistake does not depend on the data.
    if default is not None and not isinstance(default, str):  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
        raise invalid("default", "the URL of an image", default)
    if path is None or path == "":
        choose_size(sizes_of(settings, kind), kind, width, size)
        return default
    if kind == "profile" and (address := _ADDRESS.fullmatch(str(path))):
        return address[1]
    return image_url(settings, path, kind, width=width, size=size)


def sizes_of(settings: ImageSettings, kind: str) -> Sequence[str]:
    """Return the sizes of one kind of image.

    Raises:
        InvalidArgumentError: The kind is unknown.
    """
    return settings.sizes[check_choice("kind", kind, tuple(settings.sizes))]


def typed_sizes(settings: ImageSettings, kind: str) -> tuple[str, ...]:
    """Return the sizes of one kind of image as members of its enum, such as `PosterSize`.

    Raises:
        InvalidArgumentError: The kind is unknown.
    """
    sizes = sizes_of(settings, kind)
    enum = _size_enum(kind)
    return tuple(enum(size) for size in sizes)


def _is_path(path: object) -> bool:
    # Any type: a movie without a poster has None, and not all callers use a type checker.
    return isinstance(path, str) and len(path) <= _LONGEST_PATH and _PATH.fullmatch(path) is not None


def choose_size(sizes: Sequence[str], kind: str, width: int | None, size: str | None) -> str:
    """Return the size for a width, or validate a size.

    Args:
        sizes: The available sizes.
        kind: The kind of image.
        width: The width in pixels.
        size: The size, instead of a width.

    Returns:
        One of the sizes.

    Raises:
        InvalidArgumentError: The size is unknown, the width is not positive, or both are passed.
    """
    if size is not None:
        if width is not None:
            raise InvalidArgumentError("size", "cannot be combined with width=: pass only one of them")
        return check_choice("size", size, sizes)
    if width is None:
        return ORIGINAL
    pixels = check_integer("width", width, 1)
    widths = [(width_of(known, kind), known) for known in sizes]
    # A narrower image would be scaled up.
    wide_enough = [(known_width, known) for known_width, known in widths if known_width and known_width >= pixels]
    return min(wide_enough)[1] if wide_enough else ORIGINAL


def width_of(size: str, kind: str) -> float | None:
    """Return the width of a size.

    Args:
        size: A size such as `w500` or `h632`.
        kind: The kind of image.

    Returns:
        The width in pixels, computed from the kind's usual aspect ratio if the size is a height; `None` for the
        original, which may have any width.
    """
    if found := _SIZE.fullmatch(size):
        pixels = int(found[2])
        return pixels if found[1] == "w" else pixels * _WIDTH_OF_HEIGHT[kind]
    return None
