"""The URLs of images: which sizes there are, which one is meant, and where it is.

TMDB gives paths only (`/abc.jpg`); the server and the sizes come from its configuration. Both have been the same for
many years, so they stand here as well, and URLs can be built before anything was asked.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, Protocol, TypeAlias

from tmdb_facade._core.client.hosts import TMDB_HOSTS
from tmdb_facade._core.request.validation import check_number

ImageKind: TypeAlias = Literal["backdrop", "logo", "poster", "profile", "still"]
BackdropSize: TypeAlias = Literal["w300", "w780", "w1280", "original"]
LogoSize: TypeAlias = Literal["w45", "w92", "w154", "w185", "w300", "w500", "original"]
PosterSize: TypeAlias = Literal["w92", "w154", "w185", "w342", "w500", "w780", "original"]
ProfileSize: TypeAlias = Literal["w45", "w185", "h632", "original"]
StillSize: TypeAlias = Literal["w92", "w185", "w300", "original"]

#: The image as it was uploaded.
ORIGINAL = "original"

# A size may be given as a height: `h632` of portraits, which are two thirds as wide as they are high.
_SIZE = re.compile(r"([wh])(\d+)")
_WIDTH_OF_HEIGHT = {"backdrop": 16 / 9, "logo": 1.0, "poster": 2 / 3, "profile": 2 / 3, "still": 16 / 9}

# One segment, with no way out of it: what stands in a model may come from anywhere.
_PATH = re.compile(r"/?(?!\.)[\w.-]+\.\w+")


class ImageSettings(NamedTuple):
    """Where images are.

    Attributes:
        base_url: The server's URL, with a slash at its end.
        sizes: The sizes of each kind of image.
    """

    base_url: str
    sizes: Mapping[str, Sequence[str]]


DEFAULT_SETTINGS = ImageSettings(
    TMDB_HOSTS.images,
    {
        "backdrop": ("w300", "w780", "w1280", ORIGINAL),
        "logo": ("w45", "w92", "w154", "w185", "w300", "w500", ORIGINAL),
        "poster": ("w92", "w154", "w185", "w342", "w500", "w780", ORIGINAL),
        "profile": ("w45", "w185", "h632", ORIGINAL),
        "still": ("w92", "w185", "w300", ORIGINAL),
    },
)


class Configured(Protocol):
    """What TMDB's configuration says of images."""

    @property
    def secure_base_url(self) -> str:
        """The server's URL."""
        ...

    @property
    def backdrop_sizes(self) -> Sequence[str]:
        """The sizes of backdrops."""
        ...

    @property
    def logo_sizes(self) -> Sequence[str]:
        """The sizes of logos."""
        ...

    @property
    def poster_sizes(self) -> Sequence[str]:
        """The sizes of posters."""
        ...

    @property
    def profile_sizes(self) -> Sequence[str]:
        """The sizes of portraits."""
        ...

    @property
    def still_sizes(self) -> Sequence[str]:
        """The sizes of stills."""
        ...


def image_settings(images: Configured) -> ImageSettings:
    """Take from TMDB's configuration what URLs are built of.

    Args:
        images: Its part on images.

    Returns:
        The settings; what is missing there is as it is by default.
    """
    said: dict[str, Sequence[str]] = {
        "backdrop": images.backdrop_sizes,
        "logo": images.logo_sizes,
        "poster": images.poster_sizes,
        "profile": images.profile_sizes,
        "still": images.still_sizes,
    }
    base_url = images.secure_base_url or DEFAULT_SETTINGS.base_url
    return ImageSettings(
        base_url if base_url.endswith("/") else f"{base_url}/",
        {kind: tuple(sizes) or DEFAULT_SETTINGS.sizes[kind] for kind, sizes in said.items()},
    )


def download_base(settings: ImageSettings, images: str) -> ImageSettings:
    """Tell where images are fetched, which differs from what their URLs say for a TMDB on this machine.

    Args:
        settings: Where images are.
        images: Where those of TMDB's image server are fetched.

    Returns:
        The settings to fetch by; as they are, where the configuration names an image server that is not TMDB's.
    """
    return settings._replace(base_url=images) if settings.base_url == DEFAULT_SETTINGS.base_url else settings


def image_url(
    settings: ImageSettings, path: str, kind: str, *, width: int | None = None, size: str | None = None
) -> str:
    """Build the URL of an image.

    Args:
        settings: Where images are.
        path: What TMDB gives (`/abc.jpg`).
        kind: What the image is; it decides the sizes that there are.
        width: How wide it is to be, in pixels: the nearest size is taken that is not narrower.
        size: The size, in the place of a width.

    Returns:
        The URL; of the original where neither width nor size is given, and of an svg, which TMDB does not resize.

    Raises:
        ValueError: There is no such kind or size, both width and size are given, or the path is none of an image.
    """
    sizes = sizes_of(settings, kind)
    if not _is_path(path):
        raise ValueError(f"the path of an image is one name, as in '/abc.jpg', not {path!r}")
    chosen = choose_size(sizes, kind, width, size)
    if path.lower().endswith(".svg"):
        chosen = ORIGINAL
    return f"{settings.base_url}{chosen}/{path.removeprefix('/')}"


def sizes_of(settings: ImageSettings, kind: str) -> Sequence[str]:
    """List the sizes of one kind of image.

    Raises:
        ValueError: There is no such kind.
    """
    if kind not in settings.sizes:
        raise ValueError(f"there are images of the kinds {', '.join(settings.sizes)}; not {kind!r}")
    return settings.sizes[kind]


def _is_path(path: object) -> bool:
    # Of any type: a film without a poster has None, and not everybody has a type checker.
    return isinstance(path, str) and _PATH.fullmatch(path) is not None


def choose_size(sizes: Sequence[str], kind: str, width: int | None, size: str | None) -> str:
    """Choose the size that is meant.

    Args:
        sizes: The sizes that there are.
        kind: What the image is.
        width: How wide it is to be, in pixels.
        size: The size, in the place of a width.

    Returns:
        One of the sizes.

    Raises:
        ValueError: There is no such size, the width is not positive, or both are given.
    """
    if size is not None:
        if width is not None:
            raise ValueError("pass width or size, not both")
        if size not in sizes:
            raise ValueError(f"a {kind} has the sizes {', '.join(sizes)}; not {size!r}")
        return size
    if width is None:
        return ORIGINAL
    check_number("a width", width)
    if width <= 0:
        raise ValueError(f"a width is a number of pixels, not {width}")
    # A narrower image would have to be blown up, and looks it.
    wide_enough = [
        (size_width, known)
        for known in sizes
        if (size_width := width_of(known, kind)) is not None and size_width >= width
    ]
    return min(wide_enough)[1] if wide_enough else ORIGINAL


def width_of(size: str, kind: str) -> float | None:
    """Tell how wide the images of a size are.

    Args:
        size: As in `w500` or `h632`.
        kind: What the image is.

    Returns:
        Pixels, for a height those of the kind's usual shape; `None` for the original, which may have any width.
    """
    if found := _SIZE.fullmatch(size):
        pixels = int(found[2])
        return pixels if found[1] == "w" else pixels * _WIDTH_OF_HEIGHT[kind]
    return None
