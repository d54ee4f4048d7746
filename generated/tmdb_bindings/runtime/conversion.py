# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Conversion of JSON to models outside of calls, by the same decoder as answers: `from_dict` and `from_json`."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, cast

import msgspec

from .append import Append
from .appendable import attribute_of, find_block
from .decoding import decode
from .details import Details, add_block, read_blocks
from .drift import Drift, DriftError, NotJSONError
from .extensions import added_blocks, added_model, argument_error, drift_error
from .lenient_json import parse_json
from .model import Model, unknown_tag
from .presence import found_instead, top_level
from .reading import read_json
from .translated import NOTE, restore_notes

if TYPE_CHECKING:
    from .drift import OnDrift

M = TypeVar("M", bound=Model)


def from_dict(
    model: type[M],
    value: object,
    *,
    append: Append[Any] | Iterable[str] | None = None,
    seasons: Iterable[int] | None = None,
    on_drift: OnDrift = "warn",
) -> M:
    """Create a model from a dictionary.

    Args:
        model: The class.
        value: Values by TMDB's names. Dates may be strings or `datetime.date`.
        append: The blocks that must be there, for a details class. Others are kept too.
        seasons: The numbers of the seasons that must be there, for the details of a TV series.
        on_drift: The policy for values that contradict their type.

    Raises:
        ParameterError: An argument is invalid; or the class that `use_extensions` sets.
        DriftError: The policy is `raise` and a value contradicts its type; or the class that `use_extensions` sets.
    """
    if not isinstance(value, Mapping):
        raise argument_error("value", f"must be a dictionary with the fields of {model.__name__}, got {_kind(value)}")
    entries = cast("Mapping[Any, object]", value)
    return _read(model, _json_text(entries), "value", f"{model.__name__}.from_dict", append, seasons, on_drift)


def from_json(
    model: type[M],
    text: object,
    *,
    append: Append[Any] | Iterable[str] | None = None,
    seasons: Iterable[int] | None = None,
    on_drift: OnDrift = "warn",
) -> M:
    """Create a model from JSON text.

    Args:
        model: The class.
        text: The text of a JSON object; bytes are UTF-8.
        append: The blocks that must be there, for a details class. Others are kept too.
        seasons: The numbers of the seasons that must be there, for the details of a TV series.
        on_drift: The policy for values that contradict their type.

    Raises:
        ParameterError: An argument is invalid, or the text is not a JSON object; or the class that `use_extensions` sets.
        DriftError: The policy is `raise` and a value contradicts its type; or the class that `use_extensions` sets.
    """
    if isinstance(text, str):
        # Surrogates become invalid UTF-8, which the decoder reports for the field that contains them.
        text = text.encode("utf-8", "surrogatepass")
    if not isinstance(text, (bytes, bytearray)):
        raise argument_error("text", f"must be JSON text as str or bytes, got {_kind(text)}")
    return _read(model, bytes(text), "text", f"{model.__name__}.from_json", append, seasons, on_drift)


def _read(
    model: type[M],
    body: bytes,
    parameter: str,
    operation: str,
    append: Append[Any] | Iterable[str] | None,
    seasons: Iterable[int] | None,
    on_drift: OnDrift,
) -> M:
    drift = Drift(_check_policy(on_drift))
    requested = _requested(model, append, seasons)
    body = body.strip()
    if not body.startswith(b"{"):
        found = "no text" if not body else found_instead(body) if body[:1] in b'["ntf-0123456789' else "other text"
        raise argument_error(parameter, f"must be a JSON object with the fields of {model.__name__}, got {found}")
    try:
        if issubclass(model, Details):
            details: Details = _read_details(model, body, requested, operation, drift)
            _restore_notes(details, body, operation, drift)
            return cast("M", details)
        made = read_json(body, model, operation=operation, drift=drift)
        _restore_notes(made, body, operation, drift)
        if tag := unknown_tag(model):
            kind = msgspec.json.decode(top_level(body).get(tag.key, b"null"))
            setattr(made, tag.attribute, kind if isinstance(kind, str) else None)
        return made
    except NotJSONError as error:
        problem = f"must be JSON: {error.reason}"
    except RecursionError:
        problem = "is nested too deeply"
    except DriftError as error:
        raise drift_error(error.difference) from None
    raise argument_error(parameter, problem)


def _restore_notes(made: Model, body: bytes, operation: str, drift: Drift) -> None:
    """Restore the notes about the languages of rows, also those in blocks."""
    if NOTE not in added_blocks() or f'"{NOTE}"'.encode() not in body:
        return
    plain = parse_json(body)

    def read(note: object) -> Model:
        return read_json(json.dumps(note).encode(), added_model(NOTE), operation=operation, drift=drift)

    restore_notes(made, plain, read)
    if isinstance(made, Details) and isinstance(plain, dict):
        for name, block in read_blocks(made).items():
            restore_notes(block, cast("dict[str, object]", plain).get(name), read)


def _read_details(model: type[Details], body: bytes, requested: Iterable[str], operation: str, drift: Drift) -> Details:
    try:
        parts = top_level(body)
    except msgspec.DecodeError:
        parts = {}  # no JSON, which the decoder of the type reports
    present = [key for key in parts if find_block(model, key) is not None]
    details = decode(body, model, operation=operation, drift=drift, append=dict.fromkeys([*present, *requested]))
    for name in added_blocks().keys() & parts.keys():
        part = bytes(parts[name])
        if not found_instead(part):
            block = read_json(part, added_model(name), operation=operation, drift=drift)
            add_block(details, name, block)
    return details


def _requested(
    model: type[Model], append: Append[Any] | Iterable[str] | None, seasons: Iterable[int] | None
) -> list[str]:
    """Return TMDB's names of the blocks that must be there."""
    names: list[object] = [*(append.blocks if isinstance(append, Append) else _listed("append", append))]
    for season in _listed("seasons", seasons):
        if type(season) is not int or season < 0:
            raise argument_error("seasons", f"must be integers of at least 0, got {season!r}")
        names.append(f"season/{season}")
    return [_block_name(model, name) for name in names]


def _listed(parameter: str, values: object) -> list[object]:
    if values is None:
        return []
    if isinstance(values, (str, bytes)) or not isinstance(values, Iterable):
        raise argument_error(parameter, f"must be a list, got {values!r}")
    return list(cast("Iterable[object]", values))


def _block_name(model: type[Model], name: object) -> str:
    """Return TMDB's name of a block by this name or that of its attribute."""
    names: list[str] = []
    if issubclass(model, Details):
        names += model.__appendable__
        if isinstance(name, str) and find_block(model, name) is not None:
            return name
        for key in names:
            if "{" not in key and name == attribute_of(model, key):
                return key
    blocks = ", ".join(names) or "none"
    raise argument_error("append", f"must be blocks of {model.__name__}, got {name!r}. Its blocks are {blocks}.")


def _check_policy(policy: OnDrift) -> OnDrift:
    if policy not in ("warn", "ignore", "raise"):
        raise argument_error("on_drift", f"must be 'warn', 'ignore' or 'raise', got {policy!r}")
    return policy


def _json_text(value: Mapping[Any, object]) -> bytes:
    """Return a dictionary as JSON text."""
    try:
        try:
            return msgspec.json.encode(value, enc_hook=_encode_value)
        except (UnicodeEncodeError, OverflowError):
            # Text that is not Unicode and numbers out of range, which the decoder reports for the field of each.
            return json.dumps(value, default=msgspec.to_builtins).encode()
    except RecursionError:
        problem = "is nested too deeply, or contains itself"
    except (TypeError, ValueError) as error:
        problem = f"must contain JSON values only: {error}"
    raise argument_error("value", problem)


def _encode_value(value: object) -> object:
    """Return a value of JSON for one that msgspec does not encode: a mapping or a partial date."""
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return dict(cast("Mapping[Any, object]", value))
    raise TypeError(f"{_kind(value)} is none of them")


def _kind(value: object) -> str:
    return "None" if value is None else type(value).__name__
