# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Quoting of path parameters, with rejection of values that would change the path."""

from __future__ import annotations

import re
from contextlib import suppress
from operator import index
from urllib.parse import quote, unquote

# Quoting is not enough: servers and proxies decode a path before they route it, some of them twice. So these characters
# are rejected at every level of percent-encoding. Control characters include DEL and the C1 range.
_DANGEROUS = re.compile(r"[/\\?#\x00-\x1f\x7f-\x9f]")


def path_segment(value: str | int, name: str) -> str:
    """Quote a value for a segment of a path.

    Error messages omit the value, because it may be the id of a guest session.

    Args:
        value: The value.
        name: The parameter's name, for error messages.

    Returns:
        The quoted segment.

    Raises:
        TypeError: The value is neither a string nor an integer.
        ValueError: The value is empty or would change the path.
    """
    if type(value) is int:
        return str(value)
    text = str(value) if isinstance(value, str) else _integer(value, name)
    if not text:
        raise ValueError(f"{name} must not be empty: pass an id")
    decoded = text
    while True:
        if decoded.strip() in ("", ".", ".."):
            raise ValueError(f"{name} must not be blank or a dot segment: pass an id")
        if _DANGEROUS.search(decoded):
            raise ValueError(
                f"{name} contains a character that would change the path (/ \\ ? # or a control character, "
                "possibly percent-encoded): pass an id, not a path or URL"
            )
        again = unquote(decoded)
        if again == decoded:
            return quote(text, safe="")
        decoded = again


def _integer(value: int, name: str) -> str:
    # Ids in a data frame are integers of that library.
    if not isinstance(value, bool):
        with suppress(TypeError):
            return str(index(value))
    raise TypeError(f"{name} must be a string or an integer, got {type(value).__name__}")
