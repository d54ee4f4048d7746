"""What the tests of the pages share: the type checker that reads the code on them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

#: Checks files as strictly as can be; gives the errors, "" without one.
MypySays = Callable[[Iterable[Path]], str]


@pytest.fixture(scope="session")
def mypy_says(root: Path, tmp_path_factory: pytest.TempPathFactory) -> MypySays:
    """Run mypy with one cache: most of its time is the SDK's, whichever pages it reads."""
    cache = tmp_path_factory.mktemp("mypy")

    def check(files: Iterable[Path]) -> str:
        command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(cache), *map(str, files)]
        outcome = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        return "" if outcome.returncode == 0 else outcome.stdout + outcome.stderr

    return check
