"""Helpers of the download tests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from time import sleep

import httpx


class Broken(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A response body that breaks off, for both clients."""

    def __iter__(self) -> Iterator[bytes]:
        """Yield half of the body, then raise."""
        yield b"half"
        raise httpx.ReadError("connection lost")

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield half of the body, then raise."""
        yield b"half"
        raise httpx.ReadError("connection lost")


class Dripping(httpx.SyncByteStream, httpx.AsyncByteStream):
    """A response body that takes a minute, for both clients."""

    def __iter__(self) -> Iterator[bytes]:
        """Yield a byte each 10 ms."""
        for _ in range(6000):
            sleep(0.01)
            yield b"x"

    async def __aiter__(self) -> AsyncIterator[bytes]:
        """Yield a byte each 10 ms."""
        for _ in range(6000):
            await asyncio.sleep(0.01)
            yield b"x"


def files(folder: Path) -> dict[str, bytes]:
    """Return the contents of all files in a folder, by name."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}
