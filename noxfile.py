"""Tests on several Pythons (`make test-all`, `nox --session tests-3.13`) and with the oldest dependencies (`make test-lowest`).

The Pythons are those that pyproject.toml's classifiers name and this machine has. A version counts as found when
`pythonX.Y` really runs (a pyenv shim for a version that is switched off does not), or pyenv has installed one.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import nox
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

nox.options.default_venv_backend = "uv|virtualenv"
PROJECT = nox.project.load_toml("pyproject.toml")


def supported_pythons() -> list[str]:
    """Return the supported Python versions, oldest first."""
    return nox.project.python_versions(PROJECT)


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


@nox.session(python=next(iter(FOUND.values()), False), default=False, reuse_venv=True)
def lowest(session: nox.Session) -> None:
    """Run the tests on the oldest Python, with the lowest versions that pyproject.toml allows; `--` as above."""
    bounds = [Requirement(line) for line in direct_dependencies()]
    names = {canonicalize_name(bound.name) for bound in bounds}
    # The group pins some of the dependencies too, at today's versions; and a FastAPI that needs a newer Starlette.
    tools = [
        "fastapi" if Requirement(line).name == "fastapi" else line
        for line in nox.project.dependency_groups(PROJECT, "test")
        if canonicalize_name(Requirement(line).name) not in names
    ]
    # A newer anyio needs a newer typing-extensions, or uses names that the pinned pytest warns about.
    constraints = [*map(lowest_pin, bounds), "anyio<4.11"]
    # Not session.create_tmp(), which would also put the tests' temporary files into the repository.
    file = Path(session.bin).parent / "constraints.txt"
    file.write_text("\n".join(constraints), encoding="utf-8")
    session.install("--quiet", "--editable", ".[all]", *tools, "--constraint", str(file))
    session.run("python", "-m", "pytest", "-n", "auto", "--dist", "worksteal", *session.posargs)


def direct_dependencies() -> list[str]:
    """Return the dependencies of the package and of its extras."""
    project = PROJECT["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    return [line for line in lines if Requirement(line).name != project["name"]]


def lowest_pin(bound: Requirement) -> str:
    """Return the requirement of the lowest version (httpx>=0.28,<0.29 -> httpx==0.28)."""
    (lowest_version,) = [part.version for part in bound.specifier if part.operator == ">="]
    return f"{bound.name}=={lowest_version}"


@nox.session(python=False, default=False)
def pythons(session: nox.Session) -> None:
    """List the Pythons that were found, oldest first."""
    for version, path in FOUND.items():
        print(version, path)
