"""What the tests of downloads share: answers that break, and a look into folders."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx


class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A body that ends too early, for either client."""

    def __iter__(self) -> Iterator[bytes]:
        """Give a part, and break."""
        yield b"half"
        raise httpx.ReadError("connection lost")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Give a part, and break."""
        yield b"half"
        raise httpx.ReadError("connection lost")


def files(folder: Path) -> dict[str, bytes]:
    """Read all files of a folder."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
