"""Damage to the body of an answer: wrong encodings, and bodies that are not one JSON document."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from typing import Literal, NamedTuple, TypeAlias

#: The kinds of damage:
#:
#: - `gzip_without_header`: gzip, without a `Content-Encoding`
#: - `gzip_named_br`: gzip, with `Content-Encoding: br`
#: - `gzip_twice`: compressed twice, with one `Content-Encoding: gzip`
#: - `plain_named_gzip`: not compressed, with `Content-Encoding: gzip`
#: - `truncated_gzip`: the first half of a gzip body
#: - `corrupt_gzip`: a gzip body that cannot be decompressed
#: - `truncated_json`: the first half of the JSON document, with the matching `Content-Length`
#: - `byte_order_mark`: a UTF-8 byte order mark before the JSON document
#: - `two_documents`: the JSON document twice
Damage: TypeAlias = Literal[
    "gzip_without_header",
    "gzip_named_br",
    "gzip_twice",
    "plain_named_gzip",
    "truncated_gzip",
    "corrupt_gzip",
    "truncated_json",
    "byte_order_mark",
    "two_documents",
]

# The size of the header of gzip, which the deflate stream follows.
_GZIP_HEADER = 10


class EncodedBody(NamedTuple):
    """A body with its `Content-Encoding`, which is None for no header."""

    content: bytes
    encoding: str | None


class DamagedBody(NamedTuple):
    """A failure that damages the body of the usual answer."""

    damage: Callable[[bytes], EncodedBody]


def _corrupt(content: bytes) -> bytes:
    compressed = _gzip(content)
    # A deflate stream cannot begin with this byte: it stands for a block of the reserved type.
    return compressed[:_GZIP_HEADER] + b"\xff" + compressed[_GZIP_HEADER + 1 :]


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _gzip(content: bytes) -> bytes:
    return zlib.compress(content, 1, zlib.MAX_WBITS | 16)


#: The function of each kind; it takes the body without compression.
DAMAGES: Mapping[Damage, Callable[[bytes], EncodedBody]] = {
    "gzip_without_header": lambda content: EncodedBody(_gzip(content), None),
    "gzip_named_br": lambda content: EncodedBody(_gzip(content), "br"),
    "gzip_twice": lambda content: EncodedBody(_gzip(_gzip(content)), "gzip"),
    "plain_named_gzip": lambda content: EncodedBody(content, "gzip"),
    "truncated_gzip": lambda content: EncodedBody(_half(_gzip(content)), "gzip"),
    "corrupt_gzip": lambda content: EncodedBody(_corrupt(content), "gzip"),
    "truncated_json": lambda content: EncodedBody(_half(content), None),
    "byte_order_mark": lambda content: EncodedBody(b"\xef\xbb\xbf" + content, None),
    "two_documents": lambda content: EncodedBody(content * 2, None),
}


def compressed_text(size: int) -> bytes:
    """Return a gzip of a JSON object with a text of `size` letters, made without the whole text in memory."""
    compressor = zlib.compressobj(1, wbits=zlib.MAX_WBITS | 16)
    chunk = b"x" * min(size, 1 << 20)
    repeated = (compressor.compress(chunk) for _ in range(size // len(chunk)))
    return b"".join(
        [
            compressor.compress(b'{"overview":"'),
            *repeated,
            compressor.compress(chunk[: size % len(chunk)] + b'"}'),
            compressor.flush(),
        ]
    )
