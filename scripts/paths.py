"""The project's root and its files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Folders to ignore without git, as in an unpacked sdist.
LEFTOVERS = {".git", ".venv", ".nox", "node_modules", "__pycache__", "build", "dist", ".hypothesis"}


def project_files(suffix: str = "") -> list[Path]:
    """Return the project's files whose name ends in `suffix`, sorted, including untracked files.

    Raises:
        RuntimeError: No file was found, so a check would always pass.
    """
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = {ROOT / os.fsdecode(name) for name in listed.stdout.split(b"\0") if name}
    else:
        names = {path for path in ROOT.rglob("*") if not LEFTOVERS.intersection(path.relative_to(ROOT).parts)}
    found = sorted(path for path in names if path.is_file() and path.name.endswith(suffix))
    if not found:
        message = f"no file of the project ends in {suffix!r}, so a check would always pass"
        raise RuntimeError(message)
    return found


def name_of(path: Path) -> str:
    """Return a file's path relative to the root, with slashes."""
    return path.relative_to(ROOT).as_posix()
