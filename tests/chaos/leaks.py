"""Count what a client may leave behind: threads, sockets and other descriptors."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Set
from pathlib import Path

_DESCRIPTORS = Path("/proc/self/fd")
_SOCKETS = Path("/proc/net/tcp")
# Threads of the servers, which run in this process.
_SERVERS = ("tmdb-server", "raw-server", "AnyIO worker")


def wait_until(condition: Callable[[], bool], seconds: float) -> bool:
    """Wait until a condition holds; return whether it does."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.01)
    return True


def threads() -> set[threading.Thread]:
    """Return the threads, without those of the servers."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith(_SERVERS)}


def descriptors(port: int, server_ends: Set[int]) -> int | None:
    """Return the number of open descriptors, without the server's ends of its connections.

    Args:
        port: The server's port.
        server_ends: Further ends of the server: the system lists no connection that was reset, although its socket is open.

    Returns:
        The number; None where the system cannot tell it.
    """
    if not _DESCRIPTORS.is_dir():
        return None
    suffix = f":{port:04X}"
    ours = {
        f"socket:[{fields[9]}]"
        for line in _SOCKETS.read_text().splitlines()[1:]
        if (fields := line.split())[1].endswith(suffix)
    }
    count = 0
    for name in os.listdir(_DESCRIPTORS):
        if int(name) in server_ends:
            continue
        try:
            target = os.readlink(_DESCRIPTORS / name)
        except OSError:
            continue  # the descriptor of the folder itself
        count += target not in ours
    return count
