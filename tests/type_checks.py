"""mypy on generated packages; it reads the standard library once in a run of the tests, not once a package."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent

#: The options of `scripts.regenerate.verify.staged`: mypy reads no cache that was written with others.
_STRICT = ("--strict", "--python-version=3.11", f"--config-file={os.devnull}", "--follow-imports=silent")


def type_errors(package: Path, **variables: str) -> str:
    """Return mypy's output for a folder of generated modules, or "" if it finds no error.

    Args:
        package: The folder.
        variables: Environment variables for mypy.
    """
    command = [sys.executable, "-m", "mypy", *_STRICT, str(package)]
    environment = {**os.environ, **variables}
    run = subprocess.run(command, cwd=package.parent, env=environment, capture_output=True, text=True, check=False)
    return "" if run.returncode == 0 else run.stdout + run.stderr


def fill_cache(*paths: str) -> int:
    """Run mypy on a part of the project with the project's own options; return its exit code."""
    return subprocess.run([sys.executable, "-m", "mypy", *paths], cwd=ROOT, capture_output=True, check=False).returncode


def new_cache(folder: Path) -> Path:
    """Write a mypy cache of the standard library and of the committed bindings; return its folder."""
    generated = ROOT / "generated"
    cache = folder / "cache"
    errors = type_errors(generated / "tmdb_bindings", MYPY_CACHE_DIR=str(cache))
    assert errors == ""
    return cache
