"""Atomic writing of files and folders: an interrupted program leaves the previous content."""

from __future__ import annotations

import shutil
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file in UTF-8 under a temporary name, then rename it."""
    made = path.with_name(f".{path.name}.new")
    try:
        made.write_bytes(text.encode())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def replace_tree(made: Path, place: Path) -> None:
    """Replace a folder with a copy of another one, which may be on another disk.

    Args:
        made: The new folder.
        place: The folder to replace. Its content is removed when the copy is complete.
    """
    new, old = (place.with_name(f".{place.name}.{word}") for word in ("new", "old"))
    for leftover in (new, old):
        shutil.rmtree(leftover, ignore_errors=True)
    try:
        shutil.copytree(made, new)
        if place.is_dir():
            place.rename(old)
        new.rename(place)
    finally:
        if old.is_dir() and not place.is_dir():
            old.rename(place)
        for folder in (new, old):
            shutil.rmtree(folder, ignore_errors=True)
