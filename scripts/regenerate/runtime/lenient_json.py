# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Reading of JSON text with values that Python or UTF-8 cannot represent."""

from __future__ import annotations

import json
import math
import re
from typing import TYPE_CHECKING, cast

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable

# Python's default limit; a number of more digits takes quadratic time.
_MAX_DIGITS = 4300
# An escaped backslash, or the backslash of an escaped surrogate.
_ESCAPE = re.compile(r"(\\\\)|\\(?=u[dD][89a-fA-F][0-9a-fA-F]{2})")
# Stands for the second; no Latin-1 text contains it.
_HIDDEN = "\u0100"


def parse_json(body: bytes) -> object:
    """Parse JSON text. A value that cannot be represented does not make the rest unreadable.

    Args:
        body: The text, in UTF-8.

    Returns:
        The value. Text that is not Unicode contains surrogates, and numbers out of range are infinite: `unreadable`
        finds both.

    Raises:
        ValueError: The text is not JSON.
    """
    try:
        return json.loads(
            body.decode("utf-8", "surrogateescape"), parse_int=_parse_int, parse_constant=_reject_constant
        )
    except json.JSONDecodeError as error:
        reason = str(error)
    # Not from the error, which contains the whole text.
    raise ValueError(reason)


def parse_readable(body: bytes) -> object:
    """Parse JSON text. Parts that cannot be represented are None, and entries with such a key are left out.

    Args:
        body: The text, in UTF-8.

    Raises:
        ValueError: The text is not JSON.
    """
    return _readable(parse_json(body))


def parse_top_level(body: bytes) -> dict[str, msgspec.Raw]:
    """Return the undecoded values of a JSON object by key, although some of its text is not Unicode.

    msgspec rejects keys that are not UTF-8, and surrogates even in strings that it skips. As Latin-1, every byte is a
    character, and without their backslash, escapes are only text.

    Raises:
        msgspec.DecodeError: The text is not a JSON object.
    """
    text = _ESCAPE.sub(lambda found: found[1] or _HIDDEN, body.decode("latin-1"))
    values = msgspec.json.decode(text.encode(), type=dict[str, msgspec.Raw])
    return {_from_latin_1(key): msgspec.Raw(_original(value)) for key, value in values.items()}


def unreadable(value: object) -> str:
    """Return what is wrong with a string or number that `parse_json` could not represent, or an empty string."""
    if isinstance(value, str):
        return "" if value.isascii() or _is_unicode(value) else "text that is not Unicode"
    return "number out of range" if isinstance(value, float) and math.isinf(value) else ""


def unreadable_part(value: object) -> str:
    """Return what is wrong with a value or a part of it, or an empty string."""
    if isinstance(value, list):
        return _first(map(unreadable_part, cast("list[object]", value)))
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return _first(map(unreadable, entries)) or _first(map(unreadable_part, entries.values()))
    return unreadable(value)


def _readable(value: object) -> object:
    if isinstance(value, list):
        return [_readable(entry) for entry in cast("list[object]", value)]
    if isinstance(value, dict):
        entries = cast("dict[str, object]", value)
        return {key: _readable(entry) for key, entry in entries.items() if not unreadable(key)}
    return None if unreadable(value) else value


def _original(value: msgspec.Raw) -> bytes:
    return bytes(value).decode().replace(_HIDDEN, "\\").encode("latin-1")


def _from_latin_1(key: str) -> str:
    try:
        return key.encode("latin-1").decode()
    except UnicodeError:
        return key  # no key of a model


def _first(reasons: Iterable[str]) -> str:
    return next(filter(None, reasons), "")


def _is_unicode(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _parse_int(digits: str) -> int | float:
    return int(digits) if len(digits) <= _MAX_DIGITS else math.inf


def _reject_constant(name: str) -> object:
    """Reject `NaN` and `Infinity`, which Python accepts and JSON does not have."""
    raise ValueError(f"{name} is not JSON")
