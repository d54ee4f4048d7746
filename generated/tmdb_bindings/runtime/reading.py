# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""From JSON text to a value of a type: strictly and fast, or, where the text contradicts the type, field by field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from .drift import NotJSONError
from .values import read_marked

if TYPE_CHECKING:
    from .drift import Drift, FieldPlace

T = TypeVar("T")

# Making a decoder looks at the type and all that it holds; decoding with a ready one is what is fast.
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def strict_decoder(type_: type[T]) -> msgspec.json.Decoder[T]:
    """Give the decoder of a type, made when it is first wanted.

    It raises `msgspec.ValidationError` where the JSON contradicts the type, and `msgspec.DecodeError` where the text
    is not JSON.

    Args:
        type_: A model, or a list or map of such.

    Returns:
        The decoder; the same one for the same type.
    """
    decoder = _decoders.get(type_)
    if decoder is None:
        decoder = _decoders[type_] = msgspec.json.Decoder(type_, dec_hook=read_marked)
    return decoder


def read_json(body: bytes, type_: type[T], *, operation: str, drift: Drift, place: FieldPlace | None = None) -> T:
    """Read a JSON text as a value of a type.

    Args:
        body: The text, in UTF-8.
        type_: A model, or a list or map of such.
        operation: The operation's id, for what is reported.
        drift: What happens where the text contradicts the type.
        place: Where the text stands in the answer, when it is a part of one.

    Returns:
        The value; where the text contradicted the type, what fits of it.

    Raises:
        NotJSONError: The text is not JSON.
        DriftError: The policy is `raise` and a type is contradicted, or the text as a whole is of another type.
    """
    try:
        return strict_decoder(type_).decode(body)
    except msgspec.ValidationError:
        pass
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_json(operation, body, error) from error
    # Imported here: most programs never meet an answer that contradicts its type.
    from .tolerant import read_tolerantly

    try:
        value = msgspec.json.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _not_json(operation, body, error) from error
    return read_tolerantly(value, type_, operation=operation, drift=drift, place=place)


def _not_json(operation: str, body: bytes, error: Exception) -> NotJSONError:
    reason = "it is empty" if not body.strip() else f"{error} ({len(body)} bytes)"
    return NotJSONError(f"the answer of {operation} is not JSON: {reason}")
