"""The head of an HTTP request, as browsers send it."""

from __future__ import annotations

import re
from typing import NamedTuple

#: The greatest size of a request's head. TMDB may add a token of version 4 to an address, but no more.
MAX_HEAD = 16 * 1024

_LINE = re.compile(r"([A-Z]{1,20}) (/[!-~]*) HTTP/1\.[01]")
_END = b"\r\n\r\n"


class Head(NamedTuple):
    """The parts of a request that decide about its answer.

    Attributes:
        method: The method.
        path: The path without the query.
        host: The host that the browser believes to talk to, with the port.
    """

    method: str
    path: str
    host: str

    def __repr__(self) -> str:
        """Return the method only: the path is a secret."""
        return f"<Head {self.method}>"


class HeadError(Exception):
    """A request that is not answered as it wishes.

    Attributes:
        status: The HTTP status of the answer.
    """

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def is_complete(data: bytes | bytearray) -> bool:
    """Return whether received bytes contain a whole head.

    Raises:
        HeadError: The head is too large.
    """
    end = data.find(_END)
    if end > MAX_HEAD or (end < 0 and len(data) > MAX_HEAD):
        raise HeadError(431)
    return end >= 0


def parse_head(data: bytes | bytearray) -> Head:
    """Parse a complete head.

    Raises:
        HeadError: It is malformed, or has not one host.
    """
    first, *lines = bytes(data).partition(_END)[0].decode("latin-1").split("\r\n")
    match = _LINE.fullmatch(first)
    if match is None:
        raise HeadError(400)
    hosts = [value.strip() for name, _, value in (line.partition(":") for line in lines) if name.lower() == "host"]
    if len(hosts) != 1:
        raise HeadError(400)
    return Head(match[1], match[2].partition("?")[0], hosts[0].lower())
