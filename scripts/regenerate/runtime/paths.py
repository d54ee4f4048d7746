# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Values in a path: quoted, and refused where they would make it another path."""

from __future__ import annotations

import re
from contextlib import suppress
from operator import index
from urllib.parse import quote, unquote

# Quoting alone is not enough: servers and proxies decode a path before they route it, some of them twice, so these
# are refused however deeply they are quoted. Control characters include DEL and the C1 range.
_DANGEROUS = re.compile(r"[/\\?#\x00-\x1f\x7f-\x9f]")


def path_segment(value: str | int, name: str) -> str:
    """Quote a value for one segment of a path.

    The messages never hold the value: a guest session's id is one.

    Args:
        value: The value, as the user gave it.
        name: The parameter's name, for the message.

    Returns:
        The segment, quoted.

    Raises:
        TypeError: The value is neither text nor a whole number.
        ValueError: The value is empty, or would lead to another path.
    """
    if type(value) is int:
        return str(value)
    text = str(value) if isinstance(value, str) else _whole_number(value, name)
    if not text:
        raise ValueError(f"{name} is empty: pass the id of what you want")
    decoded = text
    while True:
        if decoded.strip() in ("", ".", ".."):
            raise ValueError(f"{name} is blank or a dot segment: pass the id of what you want")
        if _DANGEROUS.search(decoded):
            raise ValueError(
                f"{name} holds a character that would change the path (/ \\ ? # or a control character, "
                "perhaps percent-encoded): pass the plain id, not a path or a URL"
            )
        again = unquote(decoded)
        if again == decoded:
            return quote(text, safe="")
        decoded = again


def _whole_number(value: int, name: str) -> str:
    # Not only `int`: an id out of a data frame is an integer of that library.
    if not isinstance(value, bool):
        with suppress(TypeError):
            return str(index(value))
    raise TypeError(f"{name} has to be text or a whole number, not {type(value).__name__}")
