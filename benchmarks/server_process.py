"""Run the embedded TMDB in another process, so that its CPU time is not counted as the client's."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import NamedTuple

from benchmarks.measure import pin
from tmdb_facade.testing import TMDBServer


class Address(NamedTuple):
    """Base URL and access token of a server."""

    base_url: str
    access_token: str


@contextmanager
def running_server(module: str = "benchmarks.server_process") -> Generator[Address]:
    """Run the embedded TMDB, or the server in another module, in another process on another core."""
    command = [sys.executable, "-m", module]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        base_url, access_token = process.stdout.readline().split()
        # On exit, Popen closes the process's stdin, which stops it.
        yield Address(base_url, access_token)


def main() -> None:
    """Serve until stdin is closed."""
    pin(1)
    with TMDBServer() as server:
        print(server.base_url, server.access_token, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    main()
