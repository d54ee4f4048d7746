"""Atomic writing of files and folders: an interrupted program leaves the previous content."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Generator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path


def write_text(path: Path, text: str) -> None:
    """Write a file in UTF-8 under a temporary name, then rename it."""
    made = path.with_name(f".{path.name}.new")
    try:
        made.write_bytes(text.encode())
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


@contextmanager
def exclusive_use(folder: Path) -> Generator[None]:
    """Reserve a folder for the program until the block has ended. Does nothing for a missing folder, and on Windows.

    Raises:
        BlockingIOError: Another program reserved it.
    """
    if sys.platform == "win32" or not folder.is_dir():
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield
    finally:
        os.close(descriptor)


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
            if place.exists() or place.is_symlink():
                place.rename(old)
                cleanup.callback(_remove, old)
                undo.callback(old.rename, place)
            undo.callback(_remove, place)
            made.rename(place)
        undo.pop_all()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)
