"""The `srcset` attribute of images in HTML: every size of an image with its real width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tmdb_facade._core.images import ORIGINAL, ImageSettings, shown_image_url, sizes_of, width_of
from tmdb_facade._core.request.validation import invalid

if TYPE_CHECKING:
    from tmdb_bindings.models import Image, Logo, TaggedImage


def srcset(settings: ImageSettings, image: Image | Logo | TaggedImage | str | None, kind: str) -> str | None:
    """Build the value of an `srcset` attribute.

    Args:
        settings: Base URL and sizes.
        image: The image, whose original is listed with its real width; or only its path.
        kind: The kind of image.

    Returns:
        The URLs with their widths, the narrowest first; only a URL if there is only one size; `None` without a path.

    Raises:
        InvalidArgumentError: The kind is unknown, or the path is not that of an image.
    """
    sizes = sizes_of(settings, kind)
    width, height = None, None
    if image is None or isinstance(image, str):
        path = image
    elif hasattr(image, "file_path"):
        path, width, height = image.file_path, image.width, image.height
    else:
        raise invalid("image", "an image of an answer, its path, or None", image)
    original = shown_image_url(settings, path, kind)
    if path is None or original is None:
        return None
    # TMDB does not resize SVG images, and other servers have no sizes.
    is_resized = original.startswith(settings.base_url) and not path.lower().endswith(".svg")
    ratio = width / height if width and height else None
    widths = {pixels: size for size in sizes if is_resized and (pixels := _pixels(size, kind, ratio))}
    # A size that is at least as wide as the original would be the same image, or a scaled one.
    candidates = {pixels: size for pixels, size in widths.items() if not width or pixels < width}
    if not candidates:
        return original
    if width:
        candidates[width] = ORIGINAL
    return ", ".join(
        f"{shown_image_url(settings, path, kind, size=candidates[pixels])} {pixels}w" for pixels in sorted(candidates)
    )


def _pixels(size: str, kind: str, ratio: float | None) -> int | None:
    """Return the width of a size in pixels; that of a size such as `h632` depends on the image's aspect ratio."""
    if size.startswith("h") and ratio is not None:
        return round(int(size[1:]) * ratio)
    width = width_of(size, kind)
    return None if width is None else round(width)
