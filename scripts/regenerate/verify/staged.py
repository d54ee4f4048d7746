"""Verification of the staged bindings: another process uses them, and mypy checks their types."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from types import MappingProxyType

from scripts.json_io import DataError
from scripts.paths import ROOT

_MYPY = ("--strict", "--python-version=3.11", f"--config-file={os.devnull}", "--follow-imports=silent", "--no-pretty")
_LINE = re.compile(r":\d+:")
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
    if errors := _errors(command, {"PYTHONPATH": str(package.parent)}):
        raise VerificationError(_message("do not work", errors, package.parent))


def verify_facade(project: Path, package: Path, module: Path) -> None:
    """Import the project's facade with the package and the generated module in another process.

    Args:
        project: The project with the facade.
        package: The folder of the package.
        module: The generated module.

    Raises:
        VerificationError: A module of the facade needs something that the generated files do not have any more.
    """
    command = [sys.executable, "-B", "-m", "scripts.regenerate.verify.facade", str(project), str(module)]
    if errors := _errors(command, {"PYTHONPATH": str(package.parent)}):
        problem = "lack what the facade imports, so change the facade first"
        raise VerificationError(_message(problem, errors, package.parent))


def verify_types(package: Path, module: Path, facade: Path | None) -> None:
    """Check the types of the package, and of the facade's generated module if the project has a facade.

    Args:
        package: The folder of the package.
        module: The generated module.
        facade: The path of this module in the project, or None if the project has no facade.

    Raises:
        VerificationError: mypy is missing, or found an error.
    """
    checked = [package]
    if facade is not None:
        checked.append(facade)
    replaced = {} if facade is None else {facade: module}
    if errors := _type_errors(package, checked, replaced):
        raise VerificationError(_message("have wrong types", errors, package.parent))


def verify_marks(package: Path, modules: Mapping[Path, Path]) -> None:
    """Check that marks of deprecated methods add no wrong type to the facade's modules.

    Errors that a module has without its marks come from a change of TMDB's: the report names the methods.

    Args:
        package: The folder of the package.
        modules: The staged modules with changed marks, by their path in the project.

    Raises:
        VerificationError: mypy is missing, or found an error.
    """
    if not modules:
        return
    before = {_message_of(line) for line in _type_errors(package, modules)}
    if errors := [line for line in _type_errors(package, modules, modules) if _message_of(line) not in before]:
        raise VerificationError(_message("have wrong types", errors, package.parent))


def _type_errors(
    package: Path, checked: Iterable[Path], replaced: Mapping[Path, Path] = MappingProxyType({})
) -> list[str]:
    """Return mypy's errors, one a line.

    Args:
        package: The folder of the package that the modules import.
        checked: The files and folders to check.
        replaced: The files that are read instead of others.

    Raises:
        VerificationError: mypy is missing.
    """
    if find_spec("mypy") is None:
        raise VerificationError("mypy is missing: install the development dependencies, or pass --quick")
    shadows = [str(part) for paths in replaced.items() for part in ("--shadow-file", *paths)]
    # Not the project's cache, unless the environment names one; the two checks share it.
    cache = os.environ.get("MYPY_CACHE_DIR") or str(package.parent / ".mypy_cache")
    command = [sys.executable, "-m", "mypy", *_MYPY, *_MYPY_OUTPUT, *shadows, *map(str, checked)]
    return _errors(command, {"MYPYPATH": str(package.parent), "MYPY_CACHE_DIR": cache})


def _errors(command: list[str], variables: Mapping[str, str]) -> list[str]:
    """Run a command that prints a line for each error; return the lines, or none for success."""
    environment = {**os.environ, **variables}
    result = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    if result.returncode == 0:
        return []
    lines = [line for line in (result.stdout or result.stderr).splitlines() if line and ": note: " not in line]
    # A traceback ends with the error.
    return (lines if result.stdout else lines[-1:]) or [f"exit code {result.returncode}"]


def _message(problem: str, errors: list[str], folder: Path) -> str:
    others = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return f"the generated files {problem}: {_shown(errors[0], folder)}{others}; nothing was replaced"


def _message_of(line: str) -> str:
    """Return an error of mypy without its line number, which marks change."""
    return _LINE.sub(":", line, count=1)


def _shown(line: str, folder: Path) -> str:
    """Return a line with paths below the folder instead of absolute paths or paths relative to the project."""
    return line.replace(f"{folder}{os.sep}", "").replace(f"{os.path.relpath(folder, ROOT)}{os.sep}", "")
