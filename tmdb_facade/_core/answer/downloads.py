"""Downloads of images."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from tmdb_facade._core.redaction import redact
from tmdb_facade._core.request.validation import invalid
from tmdb_facade.errors import InvalidAnswerError

# Types that servers send for files of unknown type.
_UNSPECIFIC_TYPES = ("", "application/octet-stream", "binary/octet-stream")


def clear_file(file: BinaryIO) -> None:
    """Discard the data that a failed attempt has written."""
    file.seek(0)
    file.truncate()


def check_content_type(headers: Mapping[str, str], *, url: str, status: int) -> None:
    """Check that a response is an image: networks that block a server respond in its place.

    Args:
        headers: The response's headers, with case-insensitive names.
        url: The requested URL.
        status: The HTTP status.

    Raises:
        InvalidAnswerError: The response has another content type.
    """
    content_type = headers.get("content-type", "").partition(";")[0].strip().lower()
    if not content_type.startswith("image/") and content_type not in _UNSPECIFIC_TYPES:
        raise InvalidAnswerError(f"expected an image, got {content_type}", http_status=status, url=redact(url))


def find_missing_bytes(headers: Mapping[str, str], received: int) -> str | None:
    """Describe the missing part of a response, by its Content-Length.

    Args:
        headers: The response's headers, with case-insensitive names.
        received: The number of received bytes.

    Returns:
        A description; `None` if the response is complete.
    """
    length = headers.get("content-length", "")
    # The length of a compressed response is that of the compressed bytes.
    if length.isdecimal() and "content-encoding" not in headers and int(length) != received:
        return f"received {received} of {length} bytes"
    return None if received else "received no bytes"


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


@contextmanager
def whole_file(path: Path) -> Generator[BinaryIO]:
    """Write a file under a temporary name, and rename it when it is complete.

    Until then, and after an error, an existing file at the path is unchanged.

    Args:
        path: The file's path; its folder must exist.

    Yields:
        The open file.
    """
    # In the same folder: a file can be renamed only within one file system. `open` sets the usual permissions.
    part = path.with_name(f".{path.name[:200]}.{secrets.token_hex(8)}.part")
    try:
        with part.open("xb") as file:
            yield file
        os.replace(part, path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
