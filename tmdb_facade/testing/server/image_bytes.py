"""Pictures made by code: plain grey, of any size, the same bytes each time, and of a few kilobytes at most."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

_MIDDLE_GREY = 128


@lru_cache(maxsize=64)
def png(width: int, height: int) -> bytes:
    """Make a PNG, of a byte per pixel.

    Args:
        width: Pixels.
        height: Pixels.
    """
    row = b"\0" + bytes([_MIDDLE_GREY]) * width  # the leading byte: the row is not filtered
    grey = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (b"IHDR", grey), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


@lru_cache(maxsize=64)
def jpeg(width: int, height: int) -> bytes:
    """Make a baseline JPEG.

    All its blocks of 8 by 8 pixels are alike: no difference to the block before, and nothing but that. With Huffman tables
    of one code each, `0`, both take a bit.

    Args:
        width: Pixels.
        height: Pixels.
    """
    bits = 2 * -(-width // 8) * -(-height // 8)
    whole, rest = divmod(bits, 8)
    # What is left of the last byte is filled with ones.
    scan = bytes(whole) + (bytes([0xFF >> rest]) if rest else b"")
    table = bytes([1, *[0] * 15, 0])
    return b"".join(
        (
            b"\xff\xd8",
            _segment(0xE0, b"JFIF\0" + struct.pack(">HBHHBB", 0x0101, 0, 1, 1, 0, 0)),
            _segment(0xDB, b"\0" + b"\1" * 64),
            _segment(0xC0, struct.pack(">BHHBBBB", 8, height, width, 1, 1, 0x11, 0)),
            _segment(0xC4, b"\x00" + table),
            _segment(0xC4, b"\x10" + table),
            _segment(0xDA, bytes([1, 1, 0, 0, 63, 0])),
            scan,
            b"\xff\xd9",
        )
    )


def svg(width: int, height: int) -> bytes:
    """Make an SVG.

    Args:
        width: Pixels.
        height: Pixels.
    """
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        '<rect width="100%" height="100%" fill="#808080"/></svg>\n'
    ).encode()


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data
