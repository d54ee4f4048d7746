"""Paths of the files that a client keeps, and writing of files: completely or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

from tmdb_facade._core.request.validation import invalid

# A trailing slash marks a folder; `Path` drops it.
_SLASHES = tuple(filter(None, (os.sep, os.altsep)))


def target_file(target: str | os.PathLike[str], name: str) -> Path:
    """Return the path of a file to write.

    Args:
        target: The path of the file, or of an existing folder; a trailing slash marks a folder.
        name: The file's name in a folder.

    Returns:
        The file's path.

    Raises:
        FileNotFoundError: The folder does not exist.
        InvalidArgumentError: The target is not a path.
    """
    is_path = isinstance(target, str | os.PathLike)  # pyright: ignore[reportUnnecessaryIsInstance]  (callers without a type checker)
    if not is_path or "\0" in str(target):
        raise invalid("target", "a path of a file or folder", target)
    path = Path(target)
    file = path / name if path.is_dir() or os.fspath(target).endswith(_SLASHES) else path
    if not file.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "the folder does not exist; create it first", str(file.parent))
    return file


def write_file(path: Path, content: bytes) -> None:
    """Write a file under a temporary name, and rename it when it is complete.

    Until then, and after an error, an existing file at the path is unchanged.

    Args:
        path: The file's path; its folder must exist.
        content: The file's content.

    Raises:
        OSError: The file cannot be written.
    """
    # In the same folder: a file can be renamed only within one file system. `open` sets the usual permissions.
    part = path.with_name(f".{path.name[:200]}.{os.urandom(8).hex()}.part")
    try:
        with part.open("xb") as file:
            file.write(content)
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
