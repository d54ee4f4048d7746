"""The embedded TMDB in a process of its own, so that its work is not counted as the client's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import NamedTuple

from benchmarks.measure import pin
from tmdb_facade.testing import TMDBServer


class Address(NamedTuple):
    """Where a server is and what it accepts."""

    base_url: str
    access_token: str


@contextmanager
def running_server(module: str = "benchmarks.server") -> Generator[Address]:
    """Run the embedded TMDB, or the server of another module, in another process, on another core."""
    command = [sys.executable, "-m", module]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        base_url, access_token = process.stdout.readline().split()
        # Leaving closes its input, upon which it ends.
        yield Address(base_url, access_token)


def main() -> None:
    """Serve until the input ends."""
    pin(1)
    with TMDBServer() as server:
        print(server.base_url, server.access_token, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
