"""Generated grey images of any size: deterministic, and at most a few kilobytes."""

from __future__ import annotations

import struct
import zlib
from functools import lru_cache

_MIDDLE_GREY = 128


@lru_cache(maxsize=64)
def png(width: int, height: int) -> bytes:
    """Build a PNG with one byte per pixel; width and height are in pixels."""
    row = b"\0" + bytes([_MIDDLE_GREY]) * width  # the leading byte means: no filter
    grey = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = (b"IHDR", grey), (b"IDAT", zlib.compress(row * height, 9)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


@lru_cache(maxsize=64)
def jpeg(width: int, height: int) -> bytes:
    """Build a baseline JPEG; width and height are in pixels.

    All blocks of 8 by 8 pixels are equal: a zero difference to the previous block, then the end of the block. The Huffman
    tables have a single code, `0`, so a block takes two bits.
    """
    bits = 2 * -(-width // 8) * -(-height // 8)
    whole, rest = divmod(bits, 8)
    # The rest of the last byte is filled with ones.
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
    """Build an SVG; width and height are in pixels."""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
        '<rect width="100%" height="100%" fill="#808080"/></svg>\n'
    ).encode()


def _segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data
