"""Build the release into dist/ and check it: the wheel as users install it, the sdist as packagers use it.

The wheel is installed and used in a clean environment. The sdist is unpacked elsewhere; there it must build the same
wheel, regenerate its generated files, and pass all tests, since any of them may need a file that is missing.
PYTEST_ARGS selects some tests. If RELEASE_TAG is set, it must be "v" and the version.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from scripts.checks.wheel import (
    PLAIN_USE,
    SERVER_USE,
    build_distributions,
    contents_faults,
    install,
    pip,
    run,
    sdist_faults,
    use,
)
from scripts.paths import ROOT

DIST = ROOT / "dist"
TWINE = (sys.executable, "-m", "twine", "check", "--strict")
# Settings of the make that runs this program; the sdist's own make must not see them.
OUTER_MAKE = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "PYTEST_ARGS", "REGENERATE_ARGS"}


def main(pytest_arguments: list[str]) -> int:
    """Print a line for each step; stop at the first that finds faults, with exit code 1."""
    for old in (*DIST.glob("*.whl"), *DIST.glob("*.tar.gz")):
        old.unlink()
    wheel, sdist = build_distributions(ROOT, DIST)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        steps: dict[str, Callable[[], list[str]]] = {
            "the tag names the version": lambda: tag_faults(wheel, os.environ.get("RELEASE_TAG", "")),
            "twine accepts both files": lambda: command_faults([*TWINE, str(wheel), str(sdist)], ROOT),
            "the wheel contains its files": lambda: contents_faults(wheel),
            "the wheel works in a clean environment": lambda: wheel_faults(wheel, place),
            "the sdist builds the same wheel": lambda: sdist_faults(wheel, sdist, place),
            "the sdist regenerates itself": lambda: make_faults(place, "regenerate", "REGENERATE_ARGS=--check"),
            "the sdist tests itself": lambda: make_faults(place, "test", f"PYTEST_ARGS={shlex.join(pytest_arguments)}"),
        }
        for name, step in steps.items():
            start = time.monotonic()
            faults = step()
            outcome = "FAIL" if faults else "ok  "
            print(f"{outcome}  {time.monotonic() - start:5.1f} s  {name}", *faults, sep="\n", flush=True)
            if faults:
                return 1
    print(f"checked: dist/{wheel.name} ({wheel.stat().st_size // 1024} KiB), dist/{sdist.name}")
    return 0


def tag_faults(wheel: Path, tag: str) -> list[str]:
    """Return a fault if there is a tag that differs from the wheel's version."""
    expected = f"v{wheel.name.split('-')[1]}"
    return [f"the tag of this version must be {expected}, got {tag}"] if tag not in {"", expected} else []


def wheel_faults(wheel: Path, place: Path) -> list[str]:
    """Install the wheel, first alone and then with its extra for tests; return the errors of a program that uses it."""
    python = install(wheel, place / "wheel")
    faults = use(python, PLAIN_USE, place)
    run([*pip(python), f"{wheel}[testing]"])
    return faults + use(python, SERVER_USE, place)


def make_faults(place: Path, target: str, setting: str) -> list[str]:
    """Run a make target of the unpacked sdist, in its own environment."""
    (source,) = (place / "sdist").iterdir()
    return command_faults(["make", target, setting, f"PYTHON={sys.executable}"], source)


def command_faults(command: list[str], place: Path) -> list[str]:
    """Run a command in a folder; return its output if it fails."""
    environment = {name: value for name, value in os.environ.items() if name not in OUTER_MAKE}
    outcome = subprocess.run(
        command, cwd=place, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    return [outcome.stdout] if outcome.returncode else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
