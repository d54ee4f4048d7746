"""Images as the image server gives them out."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from tmdb_facade._core.redaction import redact
from tmdb_facade.errors import InvalidAnswerError

# What servers say of files that they know nothing about.
_UNTOLD = ("", "application/octet-stream", "binary/octet-stream")


class File(Protocol):
    """What a download is written to."""

    def write(self, part: bytes, /) -> object:
        """Take the next part."""
        ...

    def seek(self, place: int, /) -> object:
        """Go back to the beginning."""
        ...

    def truncate(self) -> object:
        """Forget what comes from here on."""
        ...

    def tell(self) -> int:
        """Tell how much there is."""
        ...


def empty(file: File) -> None:
    """Forget what an attempt that failed has written."""
    file.seek(0)
    file.truncate()


def check_type(headers: Mapping[str, str], *, url: str, status: int) -> None:
    """Refuse what is no image, before any of it is written: networks that block a server answer in its place.

    Args:
        headers: The answer's headers; names in any case.
        url: What was asked.
        status: The HTTP status.

    Raises:
        InvalidAnswerError: The answer says that it is something else.
    """
    said = headers.get("content-type", "").partition(";")[0].strip().lower()
    if not said.startswith("image/") and said not in _UNTOLD:
        raise InvalidAnswerError(f"this is no image: {said}", http_status=status, url=redact(url))


def missing_part(headers: Mapping[str, str], received: int) -> str | None:
    """Tell whether an answer is as long as it says.

    Args:
        headers: The answer's headers; names in any case.
        received: How many bytes came.

    Returns:
        What is wrong; `None` for nothing.
    """
    said = headers.get("content-length", "")
    # Of a compressed answer, it is the length of what was compressed.
    if said.isdecimal() and "content-encoding" not in headers and int(said) != received:
        return f"{received} bytes came of {said}"
    return None if received else "nothing came"


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
