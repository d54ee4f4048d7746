"""Operations on sockets that asyncio does not have."""

from __future__ import annotations

import asyncio
import socket
import struct
import sys
from collections.abc import Iterable
from contextlib import suppress
from typing import Protocol

# With SO_LINGER on (1) and a timeout of 0 seconds, closing a socket resets the connection.
_LINGER = struct.pack("hh" if sys.platform == "win32" else "ii", 1, 0)
# Iterations of the event loop after which asyncio has made a connection that it has accepted.
_STEPS_OF_A_CONNECTION = 3


class _Listener(Protocol):
    def fileno(self) -> int: ...


def reset_connection(transport: asyncio.WriteTransport) -> None:
    """Reset a connection; does nothing if it is closed."""
    connection: socket.socket | None = transport.get_extra_info("socket")
    with suppress(OSError):
        if connection is not None:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _LINGER)
    transport.abort()


async def stop_accepting(listeners: Iterable[_Listener]) -> None:
    """Accept no more connections, and let asyncio make those that it has accepted: nobody would close them."""
    with suppress(NotImplementedError):  # a proactor event loop has no readers
        for listener in listeners:
            asyncio.get_running_loop().remove_reader(listener.fileno())
    for _ in range(_STEPS_OF_A_CONNECTION):
        await asyncio.sleep(0)
