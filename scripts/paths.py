"""The project's root and its files."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Where there is no git (an unpacked sdist), what tools leave behind is told by its folder.
LEFTOVERS = {".git", ".venv", ".nox", "node_modules", "__pycache__", "build", "dist", ".hypothesis"}


def project_files(suffix: str = "") -> list[Path]:
    """Return the project's files whose name ends in `suffix`, sorted; new ones count before they are committed.

    Raises:
        RuntimeError: Nothing was found; a check that reads nothing would always pass.
    """
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    if listed.returncode == 0:
        names = {ROOT / os.fsdecode(name) for name in listed.stdout.split(b"\0") if name}
    else:
        names = {path for path in ROOT.rglob("*") if not LEFTOVERS.intersection(path.relative_to(ROOT).parts)}
    found = sorted(path for path in names if path.is_file() and path.name.endswith(suffix))
    if not found:
        message = f"no file of the project ends in {suffix!r}: a check would pass without reading anything"
        raise RuntimeError(message)
    return found


def name_of(path: Path) -> str:
    """Return a file's name as people write it: from the root, with slashes."""
    return path.relative_to(ROOT).as_posix()
