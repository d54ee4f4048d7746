"""Mutation tests of `decode`: invalid fields in the answers of all operations."""

from __future__ import annotations

import json
import pickle
from collections.abc import Generator
from contextlib import contextmanager
from functools import cache
from importlib import import_module
from typing import Any

import pytest

from scripts.json_io import is_list
from tests.bindings_mutation.answers import SCHEMAS, Answer, Spot, answers, child, deref, types
from tmdb_bindings.runtime import Drift, DriftError, Model, decode, strict_decoder

_ABSENT = object()
#: Replacements of a field: missing, and a value of each JSON type. The string is neither a known enum value nor a date.
_REPLACEMENTS: dict[str, Any] = {
    "absent": _ABSENT,
    "null": None,
    "boolean": True,
    "integer": 7,
    "number": 7.5,
    "string": "a new word",
    "array": [],
    "object": {},
}

#: Every answer by the operation's id, with a number for other members of a union.
ANSWERS = {f"{one.operation}-{one.variant}" if one.variant else one.operation: one for one in answers()}


def read(answer: Answer, policy: Any) -> Any:
    """Decode an answer with all its blocks."""
    type_: type[object] = import_module(answer.module).response()
    drift = Drift(policy)
    return decode(
        json.dumps(answer.body).encode(), type_, operation=answer.operation, drift=drift, append=answer.blocks
    )


def plain(decoded: Any) -> Any:
    """Convert an answer to JSON types."""
    if is_list(decoded):
        return [plain(one) for one in decoded]
    return decoded.to_dict() if isinstance(decoded, Model) else decoded


@contextmanager
def changed(spot: Spot, key: str, value: Any) -> Generator[None]:
    """Change a key of an object temporarily."""
    before = spot.value.get(key, _ABSENT)
    if value is _ABSENT:
        spot.value.pop(key, None)
    else:
        spot.value[key] = value
    try:
        yield
    finally:
        if before is _ABSENT:
            spot.value.pop(key, None)
        else:
            spot.value[key] = before


def located(tree: Any, spot: Spot) -> Any:
    """Return an object of an answer in JSON types."""
    for step in _steps(spot.path):
        tree = tree[step]
    return tree


def without(decoded: Any, spot: Spot, key: str) -> Any:
    """Convert an answer to JSON types, without one field of one object."""
    tree: Any = plain(decoded)
    located(tree, spot).pop(key)
    return tree


def _steps(path: str) -> list[str | int]:
    plain_path = path[1:].replace("['", ".").replace("']", "").replace("[", ".#").replace("]", "")
    return [int(part[1:]) if part.startswith("#") else part for part in plain_path.split(".") if part]


@cache
def accepted(pointer: str, key: str) -> frozenset[str]:
    """Return the replacements that are valid for a field."""
    schema = SCHEMAS[pointer]
    inner = schema["properties"][key]
    kinds = _accepted(inner)
    if key not in schema.get("required", []) or "null" in kinds:
        kinds.add("absent")
    return frozenset(kinds)


def _accepted(schema: dict[str, Any]) -> set[str]:
    if "anyOf" in schema and "discriminator" not in schema:
        return set[str]().union(*map(_accepted, schema["anyOf"]))
    _, target = deref(schema)
    if "properties" in target or "discriminator" in target:
        return {"object"}
    if target is not schema:
        return _accepted(target)
    if schema.get("const") is False:
        return set()  # `_REPLACEMENTS` contains only the other boolean
    kinds = types(schema)
    if not kinds:
        return set(_REPLACEMENTS)  # any JSON
    if kinds & {"array", "object"}:
        kinds.add("null")  # an empty one
    if "number" in kinds:
        kinds.add("integer")
    if "format" in schema:
        kinds.discard("string")  # `_REPLACEMENTS` contains no date
    return kinds


def identifies(spot: Spot, key: str) -> bool:
    """Return whether an object has nothing of its model without a key. A page must have `results`."""
    names = set(SCHEMAS[spot.model]["properties"])
    return (names & set(spot.value)) <= {key} or (key == "results" and "total_pages" in names)


#: The last object of each model, in the first answer that contains the model.
SPOTS: dict[str, list[Spot]] = {}
for _name, _answer in ANSWERS.items():
    _known = {spot.model for spots in SPOTS.values() for spot in spots}
    _spots = {spot.model: spot for spot in _answer.spots if spot.model not in _known}
    if _spots:
        SPOTS[_name] = list(_spots.values())


def has_models(value: Any) -> bool:
    """Return whether a value is a list of objects."""
    return isinstance(value, list) and value != [] and isinstance(value[0], dict)


#: The lists of models, by answer.
LISTS = {
    name: lists
    for name, spots in SPOTS.items()
    if (
        lists := [
            (spot, key)
            for spot in spots
            for key, rows in spot.value.items()
            if has_models(rows)
            and "string" not in _accepted(SCHEMAS[spot.model]["properties"].get(key, {}).get("items", {}))
        ]
    )
}
#: The objects of unions, by answer.
TAGGED = {
    name: tagged
    for name, spots in SPOTS.items()
    if (tagged := [spot for spot in spots if "media_type" in spot.value and "id" in spot.value])
}


def test_samples_contain_every_model() -> None:
    seen = {spot.model for spots in SPOTS.values() for spot in spots}
    models = {name for name, schema in SCHEMAS.items() if "properties" in schema and not schema.get("x-request-body")}
    assert models - seen == {"ErrorResponse"}


def test_answer_of_every_operation_matches_its_type() -> None:
    unequal: list[str] = []
    for name, answer in ANSWERS.items():
        if len(plain(read(answer, "raise"))) != len(answer.body):
            unequal.append(name)
    assert unequal == []


@pytest.mark.parametrize("name", SPOTS)
def test_valid_answer_is_decoded_completely(name: str) -> None:
    """A valid answer survives `to_dict` and pickling, and an unknown key does not change it."""
    answer = ANSWERS[name]
    strict_decoder(import_module(answer.module).response()).decode(json.dumps(answer.body).encode())
    decoded = read(answer, "raise")
    body = json.dumps(answer.body).replace("10:00:00.000Z", "10:00:00+00:00")
    assert plain(decoded) == json.loads(body)
    assert pickle.loads(pickle.dumps(decoded)) == decoded
    with changed(answer.spots[0], "unknown_key", {"deep": [1]}):
        assert read(answer, "raise") == decoded


@pytest.mark.parametrize("name", SPOTS)
def test_invalid_field_is_reported_and_does_not_change_the_others(name: str) -> None:
    """The error names the operation, model and path. The policy `ignore` keeps every other value."""
    answer = ANSWERS[name]
    whole = read(answer, "raise")
    for spot in SPOTS[name]:
        for key in SCHEMAS[spot.model]["properties"]:
            if key == "media_type":
                continue  # selects the model, see the tests of unions
            rest = without(whole, spot, key)
            for kind, value in _REPLACEMENTS.items():
                is_valid = kind in accepted(spot.model, key)
                if is_valid and kind == "object":
                    continue  # an empty object is invalid for its own model
                if is_valid and kind == "absent" and identifies(spot, key):
                    continue  # without it, the object is no answer of this type
                with changed(spot, key, value):
                    if is_valid:
                        decoded = plain(read(answer, "raise"))
                        if kind == "string":
                            assert located(decoded, spot)[key] == value, (spot, key)
                        continue
                    assert without(read(answer, "ignore"), spot, key) == rest, (spot, key, kind)
                    with pytest.raises(DriftError) as caught:
                        read(answer, "raise")
                error = caught.value
                place = (error.operation, error.model, error.path)
                assert place == (answer.operation, spot.model, child(spot.path, key))


@pytest.mark.parametrize("name", TAGGED)
def test_object_with_another_tag_keeps_its_id(name: str) -> None:
    answer = ANSWERS[name]
    for spot in TAGGED[name]:
        for kind, value in _REPLACEMENTS.items():
            with changed(spot, "media_type", value):
                decoded = plain(read(answer, "ignore"))
            assert located(decoded, spot)["id"] == spot.value["id"], kind


@pytest.mark.parametrize("name", LISTS)
def test_invalid_entry_is_dropped_and_reported(name: str) -> None:
    answer = ANSWERS[name]
    whole = plain(read(answer, "raise"))
    for spot, key in LISTS[name]:
        rows = spot.value[key]
        with changed(spot, key, [*rows, "invalid", *rows]):
            decoded = plain(read(answer, "ignore"))
            with pytest.raises(DriftError) as caught:
                read(answer, "raise")
        assert located(decoded, spot)[key] == located(whole, spot)[key] * 2
        assert caught.value.path == f"{child(spot.path, key)}[{len(rows)}]"
