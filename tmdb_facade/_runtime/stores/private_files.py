"""Files for a single user of the machine: where they are, and reading them only while nobody else can."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tmdb_facade._core.files import can_be_read_by_others


class PrivateFileError(Exception):
    """A file that must not be read. The message says what to do."""


def default_folder() -> Path:
    """Return the folder of this package in the user's configuration. It may be missing."""
    from platformdirs import user_config_path  # imported here: most programs store no credentials

    return user_config_path("tmdb-facade", appauthor=False)


def read_private(path: Path, max_bytes: int) -> bytes:
    """Read a file that belongs to the user of this process, and that only they can read.

    On Windows, neither is checked.

    Args:
        path: The path of the file itself, not of a symbolic link to it.
        max_bytes: The greatest number of bytes to read.

    Raises:
        PrivateFileError: Others can read the file or replace it, or it is not a file.
        OSError: It cannot be read.
    """
    if path.is_symlink():  # O_NOFOLLOW rejects one that is made after this check
        raise PrivateFileError("it is a symbolic link: pass the path of the file that it leads to")
    _check_folder(path.parent)
    with open(path, "rb", opener=_open) as file:
        state = os.fstat(file.fileno())
        if not stat.S_ISREG(state.st_mode):
            raise PrivateFileError("it is not a file")
        if os.name == "posix" and state.st_uid != os.geteuid():
            raise PrivateFileError("it belongs to another user: remove it, or run `chown` to make it yours")
        if can_be_read_by_others(state):
            mode = stat.S_IMODE(state.st_mode)
            raise PrivateFileError(
                f"other users of this machine can use it (mode {mode:04o}): run `chmod 600 {path}`, and revoke the "
                "credentials in it if others may have read them"
            )
        return file.read(max_bytes)


def _check_folder(folder: Path) -> None:
    """Reject a folder in which any user can replace the file."""
    mode = folder.stat().st_mode
    if os.name == "posix" and mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        raise PrivateFileError(f"every user of this machine can replace it: run `chmod o-w {folder}`")


def _open(path: str, flags: int) -> int:
    # Without O_NONBLOCK, opening a named pipe waits for its writer. Windows has neither flag.
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
