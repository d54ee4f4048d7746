"""Decompress the bodies of responses, also those that a CDN labels wrongly."""

from __future__ import annotations

import zlib

#: The largest decompressed body in bytes. TMDB's largest answers have a few MiB.
MAX_BODY = 64 * 1024 * 1024
TOO_LARGE = f"the body is larger than {MAX_BODY // 1024**2} MiB"

_GZIP = b"\x1f\x8b"
_BOM = b"\xef\xbb\xbf"
# Both of gzip and zlib, recognized by their headers; without a header, for servers whose "deflate" is raw.
_ANY_HEADER, _NO_HEADER = 47, -zlib.MAX_WBITS


class BodyError(ValueError):
    """A body that is damaged or too large."""


class BodyTooLargeError(BodyError):
    """A body that is too large."""

    def __init__(self) -> None:
        """Set the message."""
        super().__init__(TOO_LARGE)


def plain_body(body: bytes, encoding: str) -> bytes:
    """Return a body without compression and byte order mark.

    JSON cannot begin like compressed data, so a wrong or missing Content-Encoding does no harm.

    Args:
        body: The body as it was received.
        encoding: The Content-Encoding, or an empty string.

    Raises:
        BodyError: The body is truncated or corrupt.
        BodyTooLargeError: The body is larger than 64 MiB.
    """
    for _ in range(2):  # servers and CDNs may compress once each
        if not body.startswith(_GZIP):
            break
        body = _decompress(body, _ANY_HEADER)
    if encoding == "deflate" and body and not body.startswith((b"{", b"[", _BOM)):
        body = _decompress(body, _ANY_HEADER if body[0] & 0x0F == 8 else _NO_HEADER)
    if len(body) > MAX_BODY:
        raise BodyTooLargeError
    # Only before JSON: images that are text may begin with such a mark.
    is_marked = body.startswith(_BOM) and body[3:4] in (b"{", b"[", b"")
    return body[len(_BOM) :] if is_marked else body


def _decompress(body: bytes, bits: int) -> bytes:
    decompressor = zlib.decompressobj(bits)
    try:
        plain = decompressor.decompress(body, MAX_BODY + 1)
    except zlib.error as error:
        raise BodyError(f"the compressed body is corrupt: {error}") from None
    if len(plain) > MAX_BODY:
        raise BodyTooLargeError
    if not decompressor.eof:
        raise BodyError(f"the compressed body is truncated after {len(body)} bytes")
    return plain
