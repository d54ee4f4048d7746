"""How faults change and pace the bytes of an answer, without I/O."""

from __future__ import annotations

import gzip
import math
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from typing import NamedTuple

from tmdb_facade.testing.faults.damage import DamagedBody
from tmdb_facade.testing.faults.outcome import Cut, Failure

# The number of parts of a slow body.
_PARTS = 10
# The shortest wait between two parts of a dripping answer, in seconds.
_SHORTEST_WAIT = 0.1

Headers = Sequence[tuple[bytes, bytes]]


class Part(NamedTuple):
    """Bytes of an answer, and the seconds to wait before them."""

    wait: float
    data: bytes


class SentAnswer(NamedTuple):
    """An answer as it is sent.

    Attributes:
        status: The HTTP status.
        headers: The headers, by lower-case names.
        body: The encoded body.
    """

    status: int
    headers: Headers
    body: bytes

    def raw(self) -> bytes:
        """Return the bytes of an answer that closes its connection."""
        reason = HTTPStatus(self.status).phrase if self.status in set(HTTPStatus) else ""
        lines = [
            f"HTTP/1.1 {self.status} {reason}".encode(),
            *(name + b": " + value for name, value in self.headers),
            b"connection: close",
        ]
        return b"\r\n".join(lines) + b"\r\n\r\n" + self.body


def damaged(answer: SentAnswer, failure: Failure | None) -> SentAnswer:
    """Return an answer after a failure that changes its body; other failures change nothing."""
    half = answer.body[: len(answer.body) // 2]
    match failure:
        case Cut.IN_THE_MIDDLE:
            return answer._replace(body=half)
        case Cut.WITHOUT_LENGTH | Cut.IN_A_CHUNK:
            # Without a length, uvicorn sends chunks.
            return SentAnswer(answer.status, _without(answer.headers, b"content-length"), half)
        case DamagedBody() if answer.body:
            is_gzip = (b"content-encoding", b"gzip") in answer.headers
            content, encoding = failure.damage(gzip.decompress(answer.body) if is_gzip else answer.body)
            headers = _without(answer.headers, b"content-length", b"content-encoding")
            headers.append((b"content-length", b"%d" % len(content)))
            if encoding is not None:
                headers.append((b"content-encoding", encoding.encode()))
            return SentAnswer(answer.status, headers, content)
        case _:
            return answer


def pace(data: bytes, *, rate: float = math.inf, seconds: float = 0.0) -> Iterator[Part]:
    """Divide the bytes of an answer into parts.

    Args:
        data: The bytes.
        rate: The bytes to send per second.
        seconds: The seconds between the first and the last part, unless there is a rate.
    """
    if rate < math.inf:
        size = max(1, round(rate * _SHORTEST_WAIT))
        wait = size / rate
    elif seconds:
        size = max(1, -(-len(data) // _PARTS))
        wait = seconds / max(1, -(-len(data) // size) - 1)
    else:
        size, wait = max(1, len(data)), 0.0
    for start in range(0, len(data), size):
        yield Part(wait if start else 0.0, data[start : start + size])


def _without(headers: Headers, *names: bytes) -> list[tuple[bytes, bytes]]:
    return [(name, value) for name, value in headers if name not in names]
