"""Compare a decoded answer with its JSON: lost values, unknown keys, and values that no vocabulary has."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from tmdb_bindings.runtime.details import Details, read_blocks
from tmdb_bindings.runtime.model import Model, json_keys
from tmdb_bindings.runtime.open_enums import OpenIntEnum, OpenStrEnum
from tmdb_bindings.runtime.values import read_date, read_number, read_timestamp
from tmdb_bindings.runtime.wire_names import wire_name

_PLAIN = frozenset({str, int, float, type(None)})
_DATE_FIELDS: dict[type[Model], frozenset[str]] = {}


class Finding(NamedTuple):
    """One difference between a decoded answer and its JSON.

    Attributes:
        kind: `unknown` for a key that the model does not have, `lost` for a value that `to_dict()` does not return, `word`
            for a value that the field's enum does not know.
        model: The model, "" if the answer is a list.
        field: The key.
        path: Its JSON path, with `[]` for any position in a list and `*` for any key of a map.
        word: The unknown value of an enum.
    """

    kind: str
    model: str
    field: str
    path: str
    word: str | int = ""


class _Spot(NamedTuple):
    """A field of a model and its path."""

    model: str
    field: str
    path: str

    def lost(self) -> Finding:
        return Finding("lost", self.model, self.field, self.path)


def compare_roundtrip(answer: object, raw: object) -> Iterator[Finding]:
    """Yield every difference between a decoded answer and its JSON.

    Dates and numbers, also numbers as text, are compared by value. Null equals an absent key, "" in a date field, and an
    empty list or map in a field with lists or maps.

    Args:
        answer: The result of `decode`.
        raw: The result of `json.loads` for the same bytes.
    """
    yield from _compare(answer, to_plain(answer), raw, _Spot("", "", "$"))


def to_plain(answer: object) -> object:
    """Return the `to_dict()` of a decoded answer, or of each entry of a list."""
    if isinstance(answer, Model):
        return answer.to_dict()
    if isinstance(answer, list):
        return [to_plain(entry) for entry in cast("list[object]", answer)]
    return answer


def _compare(value: object, plain: object, raw: object, spot: _Spot) -> Iterator[Finding]:
    if isinstance(value, Model):
        if isinstance(raw, dict) and isinstance(plain, dict):
            fields = _with_tags(type(value), cast("dict[str, object]", raw))
            yield from _compare_model(value, cast("dict[str, object]", plain), fields, spot.path)
        else:
            yield spot.lost()
    elif isinstance(value, list | dict):
        yield from _compare_items(cast("object", value), plain, raw, spot)
    elif not _is_same(value, plain, raw):
        yield spot.lost()
    elif isinstance(value, OpenIntEnum | OpenStrEnum) and not value.is_known:
        yield Finding("word", *spot, value.value)


def _compare_model(value: Model, plain: dict[str, object], raw: dict[str, object], path: str) -> Iterator[Finding]:
    model = type(value).__name__
    blocks = read_blocks(value) if isinstance(value, Details) else {}
    known_blocks = set(type(value).__appendable__) if isinstance(value, Details) else set[str]()
    parts: Mapping[str, object] = {
        **{key: getattr(value, name) for name, key in json_keys(type(value)).items()},
        **blocks,
    }
    for key in raw:
        # A block of a wrong type is reported as a mismatch.
        if key not in parts and key not in known_blocks:
            yield Finding("unknown", model, key, f"{path}.{key}")
    dates = _date_fields(type(value))
    for key, part in parts.items():
        found = raw.get(key)
        # Most values are equal and plain; the whole comparison takes long for the millions of them.
        if type(part) is type(found) and type(found) in _PLAIN and key in plain and part == found == plain[key]:
            continue
        spot = _Spot(model, key, f"{path}.{key}")
        if key not in plain:
            yield spot.lost()
            continue
        yield from _compare(part, plain[key], None if found == "" and key in dates else found, spot)


def _compare_items(value: object, plain: object, raw: object, spot: _Spot) -> Iterator[Finding]:
    """Compare the items of lists or maps; null in the JSON equals an empty one."""
    kind = (dict, list)[isinstance(value, list)]
    parts = (value, plain, cast("object", kind()) if raw is None else raw)
    items, plain_items, raw_items = (_by_key(part) for part in parts)
    if not all(isinstance(part, kind) for part in parts) or not items.keys() == plain_items.keys() == raw_items.keys():
        yield spot.lost()
        return
    inner = spot._replace(path=f"{spot.path}{'[]' if kind is list else '.*'}")
    for key, one in items.items():
        yield from _compare(one, plain_items[key], raw_items[key], inner)


def _by_key(part: object) -> Mapping[object, object]:
    if isinstance(part, dict):
        return cast("dict[object, object]", part)
    return dict(enumerate(cast("list[object]", part))) if isinstance(part, list) else {}


def _is_same(value: object, plain: object, raw: object) -> bool:
    """Return whether a single value is equal in the model, in its `to_dict()` and in the JSON."""
    if isinstance(value, datetime.datetime):
        return isinstance(raw, str) and read_timestamp(raw) == value and read_timestamp(str(plain)) == value
    if isinstance(value, datetime.date):
        return isinstance(raw, str) and read_date(raw) == value and read_date(str(plain)) == value
    if isinstance(value, bool) or isinstance(raw, bool):
        return value is raw and plain is raw
    if isinstance(value, int | float) and isinstance(raw, str):
        return read_number(raw) == value == plain
    return value == raw and plain == raw


def _with_tags(model: type[Model], raw: dict[str, object]) -> dict[str, object]:
    """Return a JSON object with the tag that its model adds: that of a union's member follows from its class."""
    fields = dict(raw)
    for attribute in model.__attrs_attrs__:
        if isinstance(attribute.default, str):
            fields.setdefault(wire_name(attribute), attribute.default)
    return fields


def _date_fields(model: type[Model]) -> frozenset[str]:
    """Return the date and timestamp fields of a model, for which TMDB sends "" as null."""
    if model not in _DATE_FIELDS:
        _DATE_FIELDS[model] = frozenset(
            str(attribute.name)
            for attribute in model.__attrs_attrs__
            if any(word in str(attribute.type) for word in ("Date", "Timestamp"))
        )
    return _DATE_FIELDS[model]
