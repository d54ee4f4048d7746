"""One odd field, anywhere in the answer of any operation, costs only itself, and is named exactly."""

from __future__ import annotations

import json
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
#: What a field is made of: nothing, a value of each JSON type, and a word that no vocabulary and no date format has.
_ODD: dict[str, Any] = {
    "absent": _ABSENT,
    "null": None,
    "boolean": True,
    "integer": 7,
    "number": 7.5,
    "string": "a new word",
    "array": [],
    "object": {},
}

#: Every answer by the operation's id, those with another kind of medium under the kind's number too.
ANSWERS = {f"{one.operation}-{one.variant}" if one.variant else one.operation: one for one in answers()}


def read(answer: Answer, policy: Any) -> Any:
    """Decode an answer with all its blocks."""
    type_: type[object] = import_module(answer.module).response()
    drift = Drift(policy)
    return decode(
        json.dumps(answer.body).encode(), type_, operation=answer.operation, drift=drift, append=answer.blocks
    )


def plain(decoded: Any) -> Any:
    """Give an answer as JSON values."""
    if is_list(decoded):
        return [plain(one) for one in decoded]
    return decoded.to_dict() if isinstance(decoded, Model) else decoded


@contextmanager
def changed(spot: Spot, key: str, value: Any) -> Generator[None]:
    """Change a key of an object for a while."""
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


def without(decoded: Any, spot: Spot, key: str) -> Any:
    """Give an answer as JSON values without one field of one object: the rest must not change."""
    tree: Any = plain(decoded)
    where = tree
    for step in _steps(spot.path):
        where = where[step]
    where.pop(key)
    return tree


def _steps(path: str) -> list[str | int]:
    plain_path = path[1:].replace("['", ".").replace("']", "").replace("[", ".#").replace("]", "")
    return [int(part[1:]) if part.startswith("#") else part for part in plain_path.split(".") if part]


@cache
def accepted(pointer: str, key: str) -> frozenset[str]:
    """List what contradicts nothing in a field of a component."""
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
    kinds = types(schema)
    if not kinds:
        return set(_ODD)  # any JSON
    if kinds & {"array", "object"}:
        kinds.add("null")  # it is then empty
    if "number" in kinds:
        kinds.add("integer")
    if "format" in schema:
        kinds.discard("string")  # `_ODD` holds no date
    return kinds


@pytest.mark.parametrize("name", ANSWERS)
def test_valid_answer_is_fast_and_comes_back_whole(name: str) -> None:
    """What the document calls valid contradicts nothing, in the answer and in each of its blocks."""
    answer = ANSWERS[name]
    strict_decoder(import_module(answer.module).response()).decode(json.dumps(answer.body).encode())
    decoded = read(answer, "raise")
    spot = answer.spots[0]
    assert plain(decoded) == json.loads(json.dumps(answer.body).replace("10:00:00.000Z", "10:00:00+00:00"))
    with changed(spot, "unheard_of", {"deep": [1]}):
        assert read(answer, "raise") == decoded


def test_every_model_of_the_document_stands_in_some_answer() -> None:
    """The samples leave no answer model out, so that what is shown here holds for all of them."""
    seen = {spot.model for answer in ANSWERS.values() for spot in answer.spots}
    models = {name for name, schema in SCHEMAS.items() if "properties" in schema and not schema.get("x-request-body")}
    assert models - seen == {"ErrorResponse"}


def has_models(value: Any) -> bool:
    """Tell whether a value is a list of objects."""
    return isinstance(value, list) and value != [] and isinstance(value[0], dict)


def spots(name: str) -> list[Spot]:
    """Choose the objects of an answer to spoil: the last of each model, which is the deepest or another row."""
    return list({spot.model: spot for spot in ANSWERS[name].spots}.values())


@cache
def first_answer(model: str) -> str:
    """Give the first answer in which a model stands: spoiling it there is enough."""
    return next(name for name, answer in ANSWERS.items() if any(one.model == model for one in answer.spots))


@pytest.mark.parametrize("name", ANSWERS)
def test_odd_field_costs_only_itself(name: str) -> None:
    """By default no exception, and every other value of the answer stays as it was."""
    answer = ANSWERS[name]
    whole = read(answer, "raise")
    for spot in spots(name):
        if first_answer(spot.model) != name:
            continue
        for key in SCHEMAS[spot.model]["properties"]:
            if key == "media_type":
                continue  # it decides what the others are: see below
            rest = without(whole, spot, key)
            for kind, value in _ODD.items():
                if kind in accepted(spot.model, key):
                    continue
                with changed(spot, key, value):
                    assert without(read(answer, "ignore"), spot, key) == rest, (spot, key, kind)


@pytest.mark.parametrize("name", ANSWERS)
def test_contradicted_type_is_named_exactly(name: str) -> None:
    """With `raise`: an error that names operation, model and path where a type is contradicted, and none elsewhere."""
    answer = ANSWERS[name]
    for spot in spots(name):
        if first_answer(spot.model) != name:
            continue
        for key in SCHEMAS[spot.model]["properties"]:
            for kind, value in _ODD.items():
                if key == "media_type" or (kind == "object" and kind in accepted(spot.model, key)):
                    continue  # an empty object is what its own model says of it
                with changed(spot, key, value):
                    if kind in accepted(spot.model, key):
                        read(answer, "raise")
                        continue
                    with pytest.raises(DriftError) as caught:
                        read(answer, "raise")
                error = caught.value
                assert (error.operation, error.model, error.path) == (
                    answer.operation,
                    spot.model,
                    child(spot.path, key),
                )


@pytest.mark.parametrize("name", ANSWERS)
def test_unknown_words_are_kept(name: str) -> None:
    """Vocabularies are open: a word that is new to us is a value like any other, under every policy."""
    answer = ANSWERS[name]
    for spot in spots(name):
        for key in SCHEMAS[spot.model]["properties"]:
            if key != "media_type" and "string" in accepted(spot.model, key) and isinstance(spot.value.get(key), str):
                with changed(spot, key, "a new word"):
                    where: Any = plain(read(answer, "raise"))
                for step in _steps(spot.path):
                    where = where[step]
                assert where[key] == "a new word"


@pytest.mark.parametrize("name", ANSWERS)
def test_row_of_a_new_kind_is_kept(name: str) -> None:
    """A union decides by its tag: whatever the tag becomes, the row stays, with its id."""
    answer = ANSWERS[name]
    for spot in answer.spots:
        if "media_type" not in spot.value:
            continue
        for kind, value in _ODD.items():
            with changed(spot, "media_type", value):
                where: Any = plain(read(answer, "ignore"))
            for step in _steps(spot.path):
                where = where[step]
            if "id" in spot.value:
                assert where["id"] == spot.value["id"], kind


@pytest.mark.parametrize("name", ANSWERS)
def test_odd_row_is_left_out_and_the_others_stay(name: str) -> None:
    """A row that is no object at all costs itself; the rows beside it stay, and the error names its place."""
    answer = ANSWERS[name]
    whole = plain(read(answer, "raise"))
    for spot in spots(name):
        for key, rows in list(spot.value.items()):
            if not has_models(rows):
                continue
            if _accepted(SCHEMAS[spot.model]["properties"].get(key, {}).get("items", {})) >= {"string"}:
                continue  # any JSON is welcome there
            with changed(spot, key, [*rows, "odd", *rows]):
                where: Any = plain(read(answer, "ignore"))
                with pytest.raises(DriftError) as caught:
                    read(answer, "raise")
            before: Any = whole
            for step in _steps(spot.path):
                where, before = where[step], before[step]
            assert where[key] == before[key] * 2
            assert caught.value.path == f"{child(spot.path, key)}[{len(rows)}]"
