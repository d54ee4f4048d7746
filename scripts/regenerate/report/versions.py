"""The next version of the package by semantic versioning."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from scripts.regenerate.report.user_changes import UserChange

Change = Literal["major", "minor", "patch", "none"]


@dataclass(frozen=True, slots=True)
class NextVersion:
    """A suggested version.

    Attributes:
        current: The current version, "" if the project has none.
        change: The kind of change.
        next: The suggested version. Before 1.0, a major change increases the minor version.
    """

    current: str
    change: Change
    next: str


def current_version(root: Path) -> str:
    """Return the version in `pyproject.toml`, or "" without this file."""
    path = root / "pyproject.toml"
    return str(tomllib.loads(path.read_text(encoding="utf-8"))["project"]["version"]) if path.exists() else ""


def next_version(current: str, changes: Iterable[UserChange], *, is_regenerated: bool) -> NextVersion:
    """Return the version after changes.

    Args:
        current: The current version.
        changes: The changes for users.
        is_regenerated: Whether anything else changed.
    """
    breaking = {change.breaking for change in changes}
    change: Change = "major" if True in breaking else "minor" if breaking else "patch" if is_regenerated else "none"
    numbers = [int(number) for number in re.findall(r"\d+", current)[:3]]
    if len(numbers) < 3 or change == "none":
        return NextVersion(current, change, current)
    major, minor, patch = numbers
    if change == "major" and major:
        return NextVersion(current, change, f"{major + 1}.0.0")
    return NextVersion(
        current, change, f"{major}.{minor}.{patch + 1}" if change == "patch" else f"{major}.{minor + 1}.0"
    )
