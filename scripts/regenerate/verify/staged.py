"""Verification of the staged bindings: another process uses them, and mypy checks their types."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from scripts.json_io import DataError
from scripts.paths import ROOT
from scripts.termination import temporary_folder

_MYPY = ("--strict", "--python-version=3.11", f"--config-file={os.devnull}", "--follow-imports=silent", "--no-pretty")
_MYPY_OUTPUT = ("--no-error-summary", "--no-color-output", "--hide-error-context")


class VerificationError(DataError):
    """The generated files do not work."""


def verify_bindings(package: Path, document: Path) -> None:
    """Import and use the whole package in another process.

    Args:
        package: The folder of the package.
        document: The prepared document that it was generated from.

    Raises:
        VerificationError: A part of the package does not work.
    """
    # Without compiled modules, which would become a part of the package.
    command = [sys.executable, "-B", "-m", "scripts.regenerate.verify.bindings", str(package), str(document)]
    _run("do not work", command, package.parent, {"PYTHONPATH": str(package.parent)})


def verify_types(package: Path, module: Path, facade: Path | None) -> None:
    """Check the types of the package, and of the facade's generated module if the project has a facade.

    Args:
        package: The folder of the package.
        module: The generated module.
        facade: The path of this module in the project, or None if the project has no facade.

    Raises:
        VerificationError: mypy is missing, or found an error.
    """
    if find_spec("mypy") is None:
        raise VerificationError("mypy is missing: install the development dependencies, or pass --quick")
    checked = [str(package)]
    if facade is not None:
        checked = ["--shadow-file", str(facade), str(module), *checked, str(facade)]
    with temporary_folder() as cache:
        command = [sys.executable, "-m", "mypy", *_MYPY, *_MYPY_OUTPUT, f"--cache-dir={cache}", *checked]
        _run("have wrong types", command, package.parent, {"MYPYPATH": str(package.parent)})


def _run(problem: str, command: list[str], folder: Path, variables: Mapping[str, str]) -> None:
    """Run a command that prints a line for each error."""
    environment = {**os.environ, **variables}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return
    lines = [line for line in (result.stdout or result.stderr).splitlines() if line and ": note: " not in line]
    # A traceback ends with the error.
    first = lines[0 if result.stdout else -1] if lines else f"exit code {result.returncode}"
    others = f" (and {len(lines) - 1} more)" if result.stdout and len(lines) > 1 else ""
    raise VerificationError(f"the generated files {problem}: {_shown(first, folder)}{others}; nothing was replaced")


def _shown(line: str, folder: Path) -> str:
    """Return a line with paths below the folder instead of absolute paths or paths relative to the project."""
    return line.replace(f"{folder}{os.sep}", "").replace(f"{os.path.relpath(folder, ROOT)}{os.sep}", "")
