"""Images as the image server gives them out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

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
