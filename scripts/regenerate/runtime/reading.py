# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Typed reading of JSON: strict and fast, or field by field if the JSON contradicts the type."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from .decoders import new_decoder
from .drift import Difference, NotJSONError
from .presence import lacks_its_keys, unconcerned

if TYPE_CHECKING:
    from .drift import Drift, FieldPlace

T = TypeVar("T")

# Creating a decoder inspects the whole type, so decoders are reused.
_decoders: dict[Any, msgspec.json.Decoder[Any]] = {}


def strict_decoder(type_: type[T]) -> msgspec.json.Decoder[T]:
    """Return the decoder of a type, which is created on first use.

    The decoder raises `msgspec.ValidationError` if the JSON contradicts the type, and `msgspec.DecodeError` if the
    text is not JSON.

    Args:
        type_: A model, or a list or map of models.

    Returns:
        The decoder.
    """
    decoder = _decoders.get(type_)
    if decoder is None:
        decoder = _decoders[type_] = new_decoder(type_)
    return decoder


def read_json(body: bytes, type_: type[T], *, operation: str, drift: Drift, place: FieldPlace | None = None) -> T:
    """Read JSON text as a value of a type.

    Args:
        body: The text, in UTF-8.
        type_: A model, or a list or map of models.
        operation: The operation's id, for error messages.
        drift: The policy for values that contradict their type.
        place: The place of the text, if it is part of an answer.

    Returns:
        The value, without the parts that contradict their type.

    Raises:
        NotJSONError: The text is not JSON.
        DriftError: The policy is `raise` and a value contradicts its type, or the whole text has another type.
    """
    try:
        value: T = (_decoders.get(type_) or strict_decoder(type_)).decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        value = _read_tolerantly(body, type_, operation, drift, place)
    if type(value) not in unconcerned and lacks_its_keys(value, body, is_block=place is not None):
        name = type(value).__name__
        model, field, path = place or (name, "", "$")
        drift.report(Difference(operation, model, field, path, name, "object without its keys"))
    return value


def _read_tolerantly(body: bytes, type_: type[T], operation: str, drift: Drift, place: FieldPlace | None) -> T:
    # Imported here, because most programs never receive an answer that contradicts its type.
    from .lenient_json import parse_json
    from .tolerant import read_tolerantly

    try:
        value = parse_json(body)
    except ValueError as error:
        reason = "it is empty" if not body.strip() else f"{error} ({len(body)} bytes)"
        raise NotJSONError(operation, reason) from error
    return read_tolerantly(value, type_, operation=operation, drift=drift, place=place)
