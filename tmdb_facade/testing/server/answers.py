"""Encoded answers, and a cache of those that depend on nothing but the catalogue and the request."""

from __future__ import annotations

import hashlib
from functools import cached_property
from secrets import token_hex
from typing import TypeAlias

import msgspec
from starlette.datastructures import Headers

from tmdb_facade.testing.protocol.headers import JAVASCRIPT_TYPE, answer_headers, cors_headers, etag_matches

from .compression import MINIMUM_SIZE, accepts_gzip, compress
from .delivery import SentAnswer

# More answers than most tests request; a full cache starts anew.
_SIZE = 256

#: The method, the path and the query of a request.
Key: TypeAlias = "tuple[str, str, bytes]"
Pairs: TypeAlias = "list[tuple[bytes, bytes]]"


class EncodedAnswer:
    """An encoded answer, which can be sent many times.

    Attributes:
        status: The HTTP status.
        content: The JSON body, or a script that passes it to a function.
        etag: The ETag.
    """

    def __init__(
        self,
        body: object,
        max_age: int,
        status: int = 200,
        headers: dict[str, str] | None = None,
        *,
        callback: str | None = None,
    ) -> None:
        """Encode a body.

        Args:
            body: The body.
            max_age: How long caches may store the answer, in seconds.
            status: The HTTP status.
            headers: Headers that add to the default ones or replace them, by lower-case name.
            callback: The function that JSONP calls with the body; None for JSON.
        """
        self.status = status
        self.content: bytes = msgspec.json.encode(body)
        if callback is not None:
            self.content = callback.encode() + b"(" + self.content + b")"
            headers = {**(headers or {}), "content-type": JAVASCRIPT_TYPE}
        self.etag: str = f'W/"{hashlib.md5(self.content, usedforsecurity=False).hexdigest()}"'
        is_large = len(self.content) >= MINIMUM_SIZE
        self._headers = _pairs({**answer_headers(self.etag, max_age, varies_by_encoding=is_large), **(headers or {})})
        self._is_large = is_large

    def sent(self, method: str, request_headers: Headers) -> SentAnswer:
        """Return the answer to a request: compressed if the client accepts it, 304 if it has this answer."""
        headers = [*self._headers, (b"x-task-id", token_hex(16).encode())]
        if cors := cors_headers(request_headers):
            headers += _pairs(cors)
        tags = request_headers.get("if-none-match")
        if tags and self.status == 200 and method in ("GET", "HEAD") and etag_matches(self.etag, tags):
            return SentAnswer(304, [pair for pair in headers if pair[0] != b"content-type"], b"")
        content = self.content
        if self._is_large and accepts_gzip(request_headers.get("accept-encoding", "")):
            content = self._compressed
            headers.append((b"content-encoding", b"gzip"))
        headers.append((b"content-length", b"%d" % len(content)))
        return SentAnswer(self.status, headers, content)

    @cached_property
    def _compressed(self) -> bytes:
        return compress(self.content)


class AnswerCache:
    """The answers of operations whose routes are `fixed`, by method, path and query."""

    def __init__(self) -> None:
        """Create an empty cache."""
        self._answers: dict[Key, EncodedAnswer] = {}

    def get(self, key: Key) -> EncodedAnswer | None:
        """Return the answer of a request, if it is known."""
        return self._answers.get(key)

    def store(self, key: Key, answer: EncodedAnswer) -> None:
        """Store the answer of a request."""
        if len(self._answers) >= _SIZE:
            self._answers.clear()
        self._answers[key] = answer


def _pairs(headers: dict[str, str]) -> Pairs:
    return [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
