# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Detect JSON objects that have nothing of their type: they are no empty answers, but answers of something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from .model import Model, field_keys, required_names

if TYPE_CHECKING:
    from collections.abc import Mapping

_TOP_LEVEL = msgspec.json.Decoder(dict[str, msgspec.Raw])
_encode = msgspec.json.Encoder().encode
#: Bytes up to which a block is checked for an error in its place.
_MAX_ERROR = 1000

# The fields of each type of which at least one must be there: their attributes and keys.
_identifying: dict[type, Mapping[str, str]] = {}
#: Types that need no check. Looking here is faster than a call of `lacks_its_keys`.
unconcerned: set[type] = set()


def top_level(body: bytes) -> dict[str, msgspec.Raw]:
    """Return the undecoded values of a JSON object by key.

    Args:
        body: The object's JSON text. It may contain text that is not Unicode.

    Raises:
        msgspec.DecodeError: The text is not a JSON object.
    """
    try:
        return _TOP_LEVEL.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError):
        # Imported here, because hardly any answer needs it.
        from .lenient_json import parse_top_level

        return parse_top_level(body)


def join(parts: Mapping[str, msgspec.Raw]) -> bytes:
    """Return the JSON text of an object with undecoded values, such as a part of those that `top_level` returns."""
    return b"{%b}" % b",".join([b"%b:%b" % (_encode(key), part) for key, part in parts.items()])


def lacks_its_keys(value: object, body: bytes, *, is_block: bool) -> bool:
    """Return whether a decoded value is empty because the JSON object has none of its type's keys.

    A page must have `results`. Types with required fields are not concerned: their absence is found while decoding.

    Args:
        value: The decoded value.
        body: The JSON text.
        is_block: Whether it is a block: TMDB sends `{}` for some without entries, such as translations.
    """
    names = _identifying.get(type(value))
    if names is None:
        names = _identifying[type(value)] = _identifying_fields(type(value))
        if not names:
            unconcerned.add(type(value))
    if not names or any(getattr(value, name) for name in names):
        return False
    keys = top_level(body).keys()
    return keys.isdisjoint(names.values()) and not (is_block and not keys)


def found_instead(block: bytes) -> str:
    """Return what stands in the place of a block.

    Args:
        block: The block's JSON text, without whitespace around it.

    Returns:
        A JSON type, or `error` for TMDB's status of a failure; an empty string for an object.
    """
    if not block.startswith(b"{"):
        return _JSON_TYPES.get(block[:1], "number")
    if len(block) < _MAX_ERROR and (b'"success"' in block or b'"status_code"' in block):
        keys = top_level(block)
        if "status_code" in keys or ("success" in keys and bytes(keys["success"]) == b"false"):
            return "error"
    return ""


_JSON_TYPES = {b"[": "array", b'"': "string", b"n": "null", b"t": "boolean", b"f": "boolean"}


def _identifying_fields(type_: type) -> Mapping[str, str]:
    if not issubclass(type_, Model):
        return {}
    names = field_keys(type_)
    if {"results", "total_pages"} <= names.keys():
        return {"results": "results"}
    return {} if required_names(type_) else names
