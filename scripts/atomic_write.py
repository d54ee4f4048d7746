"""Writes files that are committed: a program that is stopped half way leaves what was there before."""

from __future__ import annotations

import shutil
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file, in UTF-8, under a temporary name, which then becomes its own."""
    made = path.with_name(f".{path.name}.new")
    try:
        made.write_bytes(text.encode())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


def replace_tree(made: Path, place: Path) -> None:
    """Put a copy of a folder in the place of another, which may be on another disk.

    Args:
        made: The folder that is wanted.
        place: Where it is wanted; what is there is removed once the copy is whole.
    """
    new, old = (place.with_name(f".{place.name}.{word}") for word in ("new", "old"))
    for left_over in (new, old):
        shutil.rmtree(left_over, ignore_errors=True)
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
