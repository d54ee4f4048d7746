"""Decode JSON that others wrote: request bodies and files."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import msgspec

T = TypeVar("T")

# Editors of Windows begin files with it.
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def decode_json(content: bytes, kind: type[T]) -> T:
    """Decode JSON.

    Args:
        content: The JSON text.
        kind: The type of the value.

    Returns:
        The value.

    Raises:
        ValueError: It is not JSON of this type, not UTF-8, or nested too deeply.
    """
    try:
        return msgspec.json.decode(content, type=kind)
    except UnicodeDecodeError as error:
        raise ValueError(f"JSON must be UTF-8: {error}") from error
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error


def read_json(path: Path | str, kind: type[T]) -> T:
    """Read a file of JSON, which may begin with a byte order mark.

    Raises:
        OSError: The file cannot be read.
        ValueError: As for `decode_json`.
    """
    return decode_json(without_mark(Path(path).read_bytes()), kind)


def without_mark(content: bytes) -> bytes:
    """Return the content of a file without a byte order mark."""
    return content.removeprefix(_BYTE_ORDER_MARK)
