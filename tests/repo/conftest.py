"""A type checker for the code in the documentation."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

#: Runs `mypy --strict` on files; returns its output, "" without an error.
RunMypy = Callable[[Iterable[Path]], str]


@pytest.fixture(scope="session")
def run_mypy(root: Path, types_of_sdk: None) -> RunMypy:
    """Return a function that runs mypy with the cache that all runs share: mypy spends most of its time on the SDK."""

    def check(files: Iterable[Path]) -> str:
        command = [sys.executable, "-m", "mypy", "--strict", *map(str, files)]
        outcome = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        return "" if outcome.returncode == 0 else outcome.stdout + outcome.stderr

    return check
