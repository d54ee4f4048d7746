"""Tests on several Pythons: `make test-all`, or `nox --session tests-3.13`.

The Pythons are those that pyproject.toml's classifiers name and this machine has. A version counts as found when
`pythonX.Y` really runs (a pyenv shim for a version that is switched off does not), or pyenv has installed one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import nox

nox.options.default_venv_backend = "uv|virtualenv"


def supported_pythons() -> list[str]:
    """Return the versions that the package says it supports, oldest first."""
    return nox.project.python_versions(nox.project.load_toml("pyproject.toml"))


def find_python(version: str) -> str | None:
    """Return an interpreter of this version that runs, or None."""
    pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"), key=patch_of)
    for candidate in (shutil.which(f"python{version}"), *(str(path) for path in reversed(pyenv))):
        if candidate and subprocess.run([candidate, "-c", ""], capture_output=True, check=False).returncode == 0:
            return candidate
    return None


def patch_of(interpreter: Path) -> int:
    """Return the last number of a pyenv version (3.12.1 -> 1), by which the newest is chosen."""
    patch = re.search(r"\.(\d+)$", interpreter.parent.parent.name)
    return int(patch[1]) if patch else -1


FOUND = {version: path for version in supported_pythons() if (path := find_python(version))}


def tests(session: nox.Session) -> None:
    """Run the tests on one Python; what follows `--` goes to pytest."""
    session.install("--quiet", "--editable", ".[all]", "--group", "test")
    session.run("python", "tools/node.py")
    session.run("python", "-m", "pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


# One session a Python, named by its version: its interpreter may be one that is on no path.
for found_version, found_path in FOUND.items():
    nox.session(python=found_path, name=f"tests-{found_version}", reuse_venv=True)(tests)


@nox.session(python=False, default=False)
def pythons(session: nox.Session) -> None:
    """List the Pythons that were found, oldest first."""
    for version, path in FOUND.items():
        print(version, path)
