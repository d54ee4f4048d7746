"""The sizes of TMDB's image server: which ones exist, and the dimensions of an image in a size."""

from __future__ import annotations

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


def existing_sizes(configured: Iterable[str]) -> frozenset[str]:
    """Return the sizes that name one dimension: those of the configuration, and those that it does not list.

    Args:
        configured: The sizes of the configuration; without any, TMDB's.
    """
    listed = frozenset(configured) or frozenset(size for sizes in DEFAULT_SETTINGS.sizes.values() for size in sizes)
    return listed | UNLISTED


def dimensions(size: str, original: tuple[int, int]) -> tuple[int, int] | None:
    """Return the width and height in pixels of an image in a size.

    Args:
        size: The size, such as `w500`, `h632`, `w220_and_h330_face` or `original`.
        original: The width and height of the original.

    Returns:
        The dimensions, also larger ones than those of the original; None if the text is not a size.
    """
    width, height = original
    if size == ORIGINAL:
        return original
    if cut := _CUT.fullmatch(size):
        return int(cut[1]), int(cut[2])
    if (match := _WIDTH_OR_HEIGHT.fullmatch(size)) is None:
        return None
    length = int(match[2])
    if match[1] == "w":
        return length, max(1, round(length * height / width))
    return max(1, round(length * width / height)), length


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
