"""The virtual environments of the clients, under `build/`. They are kept between runs."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from benchmarks.peers.clients import OURS, OURS_FAST, Environment
from noxfile import find_python
from scripts.paths import ROOT

FOLDER = ROOT / "build" / "peers"
#: Pythons by preference: the newest that every client supports, then the oldest of this project.
PYTHONS = ("3.13", "3.12", "3.11")
#: Packages whose versions are reported, if an environment has them.
REPORTED = ("aiohttp", "dacite", "httpx", "msgspec", "pyreqwest", "requests")
LIST_VERSIONS = """
import json
from importlib.metadata import distributions
print(json.dumps({each.metadata["Name"].lower(): each.version for each in distributions()}))
"""


class NotInstalledError(Exception):
    """An environment cannot be made; the message is the reason."""


def choose_python(preferred: str | None) -> tuple[str, tuple[int, int]]:
    """Return an interpreter for all environments, and its version.

    Raises:
        NotInstalledError: There is no such Python.
    """
    for version in [preferred] if preferred else PYTHONS:
        if path := find_python(version):
            major, minor = version.split(".")
            return path, (int(major), int(minor))
    raise NotInstalledError(f"Python {preferred or ' or '.join(PYTHONS)} was not found")


def prepare(environment: Environment, interpreter: str, version: tuple[int, int]) -> str:
    """Create or complete an environment; return the path of its Python.

    Raises:
        NotInstalledError: Its Python is too old, or pip failed.
    """
    if version < environment.python:
        raise NotInstalledError(f"needs Python {'.'.join(map(str, environment.python))}")
    folder = FOLDER / f"{environment.name}-{'.'.join(map(str, version))}"
    stamp, wanted = folder / "installed.txt", "\n".join(environment.requirements)
    is_ours = environment in (OURS, OURS_FAST)
    if is_ours or not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        _pip(folder, interpreter, environment.requirements)
        stamp.write_text(wanted, encoding="utf-8")
    if is_ours:
        # The code may have changed without a change of the version.
        _pip(folder, interpreter, ("--force-reinstall", "--no-deps", *environment.requirements))
    return str(folder / "bin" / "python")


def _pip(folder: Path, interpreter: str, arguments: Iterable[str]) -> None:
    command = ["sh", str(ROOT / "tools" / "install.sh"), str(folder), interpreter, *arguments]
    run = subprocess.run(command, cwd=ROOT, text=True, capture_output=True, check=False)
    if run.returncode:
        errors = [line for line in run.stderr.splitlines() if line.lower().startswith("error")]
        raise NotInstalledError((errors or run.stderr.splitlines() or ["pip failed"])[-1])


def versions(environment: Environment, python: str) -> dict[str, str]:
    """Return the versions of the client and of the libraries that it runs on, by distribution."""
    output = subprocess.run([python, "-c", LIST_VERSIONS], capture_output=True, text=True, check=True).stdout
    installed: dict[str, str] = json.loads(output)
    names = sorted({environment.name.removesuffix("-fast"), *REPORTED} & installed.keys())
    return {name: installed[name] for name in names}
