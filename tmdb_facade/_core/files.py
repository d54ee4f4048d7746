"""Files that are there whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

# How a path says that it is a folder's, which `Path` forgets.
_SLASHES = tuple(filter(None, (os.sep, os.altsep)))


def target_file(target: str | os.PathLike[str], name: str) -> Path:
    """Tell where a file goes.

    Args:
        target: A file's path, or a folder that is there; with a slash at its end it is a folder.
        name: What the file is called in a folder.

    Returns:
        The file's path.

    Raises:
        FileNotFoundError: The folder is not there.
    """
    path = Path(target)
    file = path / name if path.is_dir() or os.fspath(target).endswith(_SLASHES) else path
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "there is no such folder, make it first", str(file.parent))
    return file


@contextmanager
def whole_file(path: Path) -> Generator[BinaryIO]:
    """Write a file under a temporary name beside it, and rename it when all is written.

    Whoever looks meanwhile, or after an error, finds the old file or none.

    Args:
        path: The file's path; its folder has to be there.

    Yields:
        What to write to.
    """
    # Beside it: a file can be renamed only within one file system. Opened plainly, so that it has usual permissions.
    part = path.with_name(f".{path.name[:200]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
