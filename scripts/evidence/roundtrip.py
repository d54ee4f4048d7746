"""Compares a decoded answer with the JSON that it was made from: what was lost, and what no model knows."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping
from typing import NamedTuple, cast

from tmdb_bindings.runtime.details import Details, read_blocks
from tmdb_bindings.runtime.model import Model, field_names
from tmdb_bindings.runtime.values import read_date, read_timestamp


class Finding(NamedTuple):
    """One place where a decoded answer and its JSON are not the same.

    Attributes:
        kind: `unknown` for a key that the model does not have, `lost` for a value that `to_dict()` does not give back.
        model: The model, "" where the answer as a whole is a list.
        field: The key.
        path: Where it stands, with `[]` for any position in a list and `*` for any key of a map.
    """

    kind: str
    model: str
    field: str
    path: str


class _Spot(NamedTuple):
    """The field that a value belongs to, and where it stands."""

    model: str
    field: str
    path: str

    def lost(self) -> Finding:
        return Finding("lost", self.model, self.field, self.path)


def compare_roundtrip(answer: object, raw: object) -> Iterator[Finding]:
    """Yield every difference between a decoded answer and its JSON.

    Dates and numbers are compared by value. Null, an absent key and the "" of a date are the same, and so are null, an
    absent key and an empty list or map where the model has a list or map.

    Args:
        answer: What `decode` gave.
        raw: What `json.loads` gives for the same bytes.
    """
    yield from _compare(answer, to_plain(answer), raw, _Spot("", "", "$"))


def to_plain(answer: object) -> object:
    """Return what `to_dict()` gives for a decoded answer, or for each entry where it is a list."""
    if isinstance(answer, Model):
        return answer.to_dict()
    if isinstance(answer, list):
        return [to_plain(entry) for entry in cast("list[object]", answer)]
    return answer


def _compare(value: object, plain: object, raw: object, spot: _Spot) -> Iterator[Finding]:
    if isinstance(value, Model):
        if isinstance(raw, dict) and isinstance(plain, dict):
            yield from _compare_model(
                value, cast("dict[str, object]", plain), cast("dict[str, object]", raw), spot.path
            )
        else:
            yield spot.lost()
    elif isinstance(value, list):
        yield from _compare_list(cast("list[object]", value), plain, raw, spot)
    elif isinstance(value, dict):
        yield from _compare_map(cast("dict[str, object]", value), plain, raw, spot)
    elif not _is_same(value, plain, raw):
        yield spot.lost()


def _compare_model(value: Model, plain: dict[str, object], raw: dict[str, object], path: str) -> Iterator[Finding]:
    model = type(value).__name__
    blocks = read_blocks(value) if isinstance(value, Details) else {}
    parts: Mapping[str, object] = {**{name: getattr(value, name) for name in field_names(type(value))}, **blocks}
    for key in raw:
        if key not in parts:
            yield Finding("unknown", model, key, f"{path}.{key}")
    dates = _date_fields(type(value))
    for key, part in parts.items():
        spot = _Spot(model, key, f"{path}.{key}")
        if key not in plain:
            yield spot.lost()
            continue
        found = raw.get(key)
        yield from _compare(part, plain[key], None if found == "" and key in dates else found, spot)


def _compare_list(value: list[object], plain: object, raw: object, spot: _Spot) -> Iterator[Finding]:
    raw = [] if raw is None else raw
    if not isinstance(raw, list) or not isinstance(plain, list):
        yield spot.lost()
        return
    entries, plain_entries = cast("list[object]", raw), cast("list[object]", plain)
    if not len(value) == len(entries) == len(plain_entries):
        yield spot.lost()
        return
    inner = spot._replace(path=f"{spot.path}[]")
    for one, one_plain, one_raw in zip(value, plain_entries, entries, strict=True):
        yield from _compare(one, one_plain, one_raw, inner)


def _compare_map(value: dict[str, object], plain: object, raw: object, spot: _Spot) -> Iterator[Finding]:
    raw = {} if raw is None else raw
    if not isinstance(raw, dict) or not isinstance(plain, dict):
        yield spot.lost()
        return
    entries, plain_entries = cast("dict[str, object]", raw), cast("dict[str, object]", plain)
    if not value.keys() == entries.keys() == plain_entries.keys():
        yield spot.lost()
        return
    inner = spot._replace(path=f"{spot.path}.*")
    for key, one in value.items():
        yield from _compare(one, plain_entries[key], entries[key], inner)


def _is_same(value: object, plain: object, raw: object) -> bool:
    """Whether a single value survived: as the model holds it, and as `to_dict()` gives it back."""
    if isinstance(value, datetime.datetime):
        return isinstance(raw, str) and read_timestamp(raw) == value and read_timestamp(str(plain)) == value
    if isinstance(value, datetime.date):
        return isinstance(raw, str) and read_date(raw) == value and read_date(str(plain)) == value
    if isinstance(value, bool) or isinstance(raw, bool):
        return value is raw and plain is raw
    return value == raw and plain == raw


def _date_fields(model: type[Model]) -> frozenset[str]:
    """Fields that hold dates or moments: an empty string on the wire is their null."""
    return frozenset(
        attribute.name
        for attribute in model.__attrs_attrs__
        if any(word in str(attribute.type) for word in ("Date", "Timestamp"))
    )
