"""The sizes of TMDB's image server: which ones exist, and the dimensions of an image in a size."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping

from tmdb_facade._core.images import DEFAULT_SETTINGS, ORIGINAL
from tmdb_facade.testing.catalogue.pictures import USUAL_SIZES, Kind

# Programs use these sizes, although the configuration does not list them.
UNLISTED = frozenset(
    {
        *("w100", "w130", "w138", "w200", "w220", "w250", "w350", "w400", "w440", "w600", "w640", "w1000", "w1066"),
        *("w1400", "w1920", "h30", "h50", "h60", "h100", "h300"),
    }
)
_WIDTH_OR_HEIGHT = re.compile(r"([wh])([1-9][0-9]{0,3})")
# An image that is cut to these dimensions, as TMDB's web site shows it: `w220_and_h330_face`.
_CUT = re.compile(
    r"w([1-9][0-9]{0,3})_and_h([1-9][0-9]{0,3})(?:_(?:bestv2|face|multi_faces|smart))?(?:_filter\([\w,.]+\))?"
)
# More than the largest originals have. A drawing takes three bytes of memory for each, and JPEG has no longer sides.
_MOST_PIXELS = 4000 * 4000
_LONGEST_SIDE = 65_500


def existing_sizes(configured: Iterable[str]) -> frozenset[str]:
    """Return the sizes that name one dimension: those of the configuration, and those that it does not list.

    Args:
        configured: The sizes of the configuration, of which those of another form do not exist; without any, TMDB's.
    """
    listed = frozenset(configured) or frozenset(size for sizes in DEFAULT_SETTINGS.sizes.values() for size in sizes)
    return UNLISTED | {size for size in listed if size == ORIGINAL or _WIDTH_OR_HEIGHT.fullmatch(size)}


def dimensions(size: str, original: tuple[int, int]) -> tuple[int, int] | None:
    """Return the width and height in pixels of an image in a size.

    Args:
        size: The size, such as `w500`, `h632`, `w220_and_h330_face` or `original`.
        original: The width and height of the original.

    Returns:
        The dimensions, also larger ones than those of the original, but at most 16 million pixels; None if the text is not
        a size.
    """
    width, height = original
    if size == ORIGINAL:
        return _bounded(width, height)
    if cut := _CUT.fullmatch(size):
        return _bounded(int(cut[1]), int(cut[2]))
    if (match := _WIDTH_OR_HEIGHT.fullmatch(size)) is None:
        return None
    length = int(match[2])
    if match[1] == "w":
        return _bounded(length, length * height / width)
    return _bounded(length * width / height, length)


def _bounded(width: float, height: float) -> tuple[int, int]:
    """Return whole dimensions of the same shape that can be drawn."""
    scale = min(1.0, math.sqrt(_MOST_PIXELS / (width * height)), _LONGEST_SIDE / max(width, height))
    return max(1, round(width * scale)), max(1, round(height * scale))


def is_cut(size: str) -> bool:
    """Return whether a size has a width and a height."""
    return _CUT.fullmatch(size) is not None


def kind_of_path(name: str, size: str, sizes: Mapping[str, Iterable[str]]) -> Kind:
    """Guess the kind of an image that the catalogue does not have.

    Args:
        name: The file name. Only logos are in PNG or SVG.
        size: The size.
        sizes: The sizes of the configuration by kind.

    Returns:
        The only kind that has this size; `poster` if several have it, or none.
    """
    if not name.endswith(".jpg"):
        return "logo"
    kinds: list[Kind] = [kind for kind in USUAL_SIZES if size in sizes.get(kind, ())]
    return kinds[0] if len(kinds) == 1 else "poster"
