"""The body of a response as plain JSON."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from tmdb_bindings.runtime import JSONValue


def parse_body(body: bytes) -> JSONValue:
    """Parse a body.

    Args:
        body: The body, decompressed.

    Returns:
        Dictionaries, lists, strings, numbers, booleans and `None`. As in the models, parts that Python cannot represent
        are `None`, such as text that is not UTF-8.

    Raises:
        ValueError: It is not JSON.
        RecursionError: It is nested too deeply.
    """
    import msgspec  # imported already by the code that read the answer

    with suppress(msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return cast("JSONValue", msgspec.json.decode(body))
    from tmdb_bindings.runtime import parse_readable  # rarely needed, and it imports json

    return cast("JSONValue", parse_readable(body))
