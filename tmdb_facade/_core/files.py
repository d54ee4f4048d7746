"""Paths of the files that a client keeps, and writing of files: completely or not at all."""

from __future__ import annotations

import errno
import os
from contextlib import suppress
from glob import escape
from pathlib import Path

from tmdb_facade._core.request.validation import invalid

# A trailing slash marks a folder; `Path` drops it.
_SLASHES = tuple(filter(None, (os.sep, os.altsep)))

# Characters of a file's name in its temporary name: file systems accept 255.
_NAME = 200


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


def write_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file under a temporary name, and rename it when it is complete.

    Until then, and after an error, an existing file at the path is unchanged.

    Args:
        path: The file's path; its folder must exist.
        content: The file's content.
        private: Whether only the owner may read the file. Such a file is also safe from a power failure when this returns.

    Raises:
        OSError: The file cannot be written; or it is private, and the file system keeps no permissions.
    """
    # In the same folder: a file can be renamed only within one file system. `open` sets the usual permissions.
    part = path.with_name(_part_name(path.name[:_NAME], os.urandom(8).hex()))
    try:
        with open(part, "xb", opener=_open_private if private else None) as file:
            if private and can_be_read_by_others(os.fstat(file.fileno())):
                raise OSError(errno.ENOTSUP, "the file system keeps no permissions, so that others could read the file")
            file.write(content)
            if private:
                file.flush()
                os.fsync(file.fileno())
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    if private:
        with suppress(OSError):  # the file is written; Windows and some file systems cannot synchronize folders
            _sync_folder(path.parent)


def remove_parts(path: Path) -> None:
    """Remove what processes have left that died while they wrote a file. No other process may be writing it now."""
    for part in path.parent.glob(_part_name(escape(path.name[:_NAME]), "[0-9a-f]" * 16)):
        part.unlink(missing_ok=True)


def _part_name(name: str, middle: str) -> str:
    return f".{name}.{middle}.part"


def _sync_folder(folder: Path) -> None:
    """Write the names in a folder to the disk."""
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def can_be_read_by_others(state: os.stat_result) -> bool:
    """Return whether a file's permissions let other users in. Windows, which uses access lists instead, is not checked."""
    return os.name == "posix" and bool(state.st_mode & 0o077)


def _open_private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
