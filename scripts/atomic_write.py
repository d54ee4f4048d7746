"""Atomic writing of files and folders: an interrupted program leaves the previous content."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from contextlib import ExitStack
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
    new = place.with_name(f".{place.name}.new")
    _remove(new)
    try:
        shutil.copytree(made, new)
        replace_all({place: new})
    finally:
        _remove(new)


def replace_all(places: Mapping[Path, Path]) -> None:
    """Replace files and folders with others on the same disk. On an error, restore all of them.

    Args:
        places: The new file or folder of each place.
    """
    with ExitStack() as cleanup, ExitStack() as undo:
        for place, made in places.items():
            place.parent.mkdir(parents=True, exist_ok=True)
            old = place.with_name(f".{place.name}.old")
            _remove(old)
            if place.exists():
                place.rename(old)
                cleanup.callback(_remove, old)
                undo.callback(old.rename, place)
            undo.callback(_remove, place)
            made.rename(place)
        undo.pop_all()


def _remove(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
