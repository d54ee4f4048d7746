"""Programs for Node in the folder `javascript`, whose requests to TMDB an embedded server answers."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tests.conftest import NODE_TOOLS
from tmdb_facade.testing import TMDBServer

_FOLDER = Path(__file__).with_name("javascript")


class Program:
    """A running program, which writes a result in JSON on each line."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        """Start the program of a name, in an environment that `server.intercept_processes` yielded."""
        command = [str(NODE_TOOLS / "node"), str(_FOLDER / f"{name}.cjs")]
        own = {**os.environ, **environment, "NODE_PATH": str(NODE_TOOLS.parent)}
        self._process = subprocess.Popen(command, env=own, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        """Wait for the end of the program, or end it after an error of the test."""
        if error is not None:
            self._process.kill()
        self._process.communicate(timeout=60)
        assert error is not None or self._process.returncode == 0

    @property
    def result(self) -> Any:
        """The next result."""
        assert self._process.stdout is not None
        return json.loads(self._process.stdout.readline())

    def go_on(self) -> None:
        """Let the program go on."""
        assert self._process.stdin is not None
        print("go on", file=self._process.stdin, flush=True)


@contextmanager
def running(name: str, server: TMDBServer) -> Generator[Program]:
    """Run a program whose requests to TMDB a server answers."""
    with server.intercept_processes() as environment, Program(name, environment) as program:
        yield program
