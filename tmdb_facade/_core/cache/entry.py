"""Stored answers, and their form in files and in Redis."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import msgspec

from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.answer.headers import Headers

#: The version of the form. Entries of other versions are ignored.
VERSION = 1

_DECODER = msgspec.msgpack.Decoder(tuple[int, float, float, dict[str, str], bytes])
# Clocks of machines that share a cache differ a little.
_CLOCK_SKEW = 60.0
# Shorter texts are no credentials of TMDB's, and occur in any answer.
_SHORTEST_SECRET = 16


class StoredAnswer(NamedTuple):
    """A stored answer. It contains neither the URL nor headers of the request.

    Attributes:
        headers: The headers of the response.
        body: The body, decompressed.
        stored_at: When the answer arrived or was last confirmed, as a Unix time.
        fresh_until: Until when the answer is certainly current; later, and without it, the rules decide.
    """

    headers: Mapping[str, str]
    body: bytes
    stored_at: float
    fresh_until: float = 0.0

    def __repr__(self) -> str:
        """Return the size."""
        return f"<{type(self).__name__} {len(self.body)} bytes>"

    def answer(self, url: str) -> Answer:
        """Return the answer to a request for the URL, not decoded."""
        return Answer(200, Headers(self.headers.items()), self.body, url, from_cache=True)

    def contains(self, secret: str) -> bool:
        """Return whether the server has repeated a secret. Then the entry must not be stored."""
        if len(secret) < _SHORTEST_SECRET:
            return False
        return secret.encode() in self.body or any(secret in value for value in self.headers.values())

    def is_expired(self, now: float, max_age: float) -> bool:
        """Return whether the entry must not be used any more, also because the clock was set back.

        Args:
            now: The Unix time.
            max_age: The maximum age in seconds.
        """
        return not -_CLOCK_SKEW <= now - self.stored_at <= max_age


def entry_to_bytes(entry: StoredAnswer) -> bytes:
    """Return the form of an entry in files and in Redis."""
    return msgspec.msgpack.encode((VERSION, entry.stored_at, entry.fresh_until, entry.headers, entry.body))


def entry_from_bytes(data: bytes) -> StoredAnswer | None:
    """Parse an entry; return `None` for anything else, such as an entry of another version."""
    try:
        version, stored_at, fresh_until, headers, body = _DECODER.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return StoredAnswer(headers, body, stored_at, fresh_until) if version == VERSION else None
