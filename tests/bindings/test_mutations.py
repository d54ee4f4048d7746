"""Property tests of `decode` with random answers."""

from __future__ import annotations

import json
import typing
import warnings
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.json_io import is_list, is_mapping
from tests.bindings.small import DOCUMENT, Small

MODELS = [
    "AccountStates",
    "Changes",
    "Configuration",
    "ErrorResponse",
    "MovieCredits",
    "MovieDetails",
    "MoviePage",
    "MultiSearchPage",
    "Person",
    "TaggedImagePage",
    "WatchProviders",
]

SCALARS = st.none() | st.booleans() | st.integers(-(2**70), 2**70) | st.floats(allow_nan=False, allow_infinity=False)
WORDS = st.sampled_from(
    ["", "movie", "tv", "person", "opera", "1999-10-15", "2026-11-21 10:00:00 UTC", "soon"]
) | st.text(st.characters(exclude_categories=["Cs"]), max_size=5)
KEYS = st.sampled_from(
    [
        "id",
        "title",
        "name",
        "media_type",
        "results",
        "page",
        "cast",
        "genres",
        "known_for",
        "media",
        "rated",
        "value",
        "changes",
        "time",
        "release_date",
        "images",
        "names",
        "total_pages",
        "total_results",
        "belongs_to_collection",
    ]
)
JSON = st.recursive(
    SCALARS | WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS | WORDS, inner, max_size=5)
)
OBJECTS = st.dictionaries(KEYS | WORDS, JSON, max_size=8)

SCHEMAS: dict[str, Any] = json.loads(DOCUMENT.read_text(encoding="utf-8"))["components"]["schemas"]
TEXTS = {
    "date": st.dates().map(str) | st.just(""),
    "date-time": st.builds("{} {:%H:%M:%S} UTC".format, st.dates(), st.times()) | st.just(""),
}


def valid(schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for valid values of a schema, including empty dates."""
    if "$ref" in schema:
        return valid_object(schema["$ref"].rpartition("/")[2])
    if "anyOf" in schema:
        return st.one_of(*map(valid, schema["anyOf"]))
    if "type" not in schema:
        return JSON
    if "const" in schema:
        return st.just(schema["const"])
    types = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
    return st.one_of(*(of_type(kind, schema) for kind in types))


def of_type(kind: str, schema: dict[str, Any]) -> st.SearchStrategy[Any]:
    """Return a strategy for values of a type."""
    match kind:
        case "null":
            return st.none()
        case "boolean":
            return st.booleans()
        case "integer":
            return st.integers(-(2**63), 2**63 - 1)
        case "number":
            return st.integers(-(2**53), 2**53) | st.floats(allow_nan=False, allow_infinity=False)
        case "array":
            return st.lists(valid(schema["items"]), max_size=2)
        case "object":
            return st.dictionaries(WORDS, valid(schema["additionalProperties"]), max_size=2)
        case _:
            return TEXTS.get(schema.get("format", ""), WORDS)


@cache
def valid_object(component: str) -> st.SearchStrategy[Any]:
    """Return a strategy for answers of a component, with required and some optional fields."""
    schema = SCHEMAS[component]
    if "discriminator" in schema:
        kinds = [*schema["discriminator"]["mapping"].items(), ("a new kind", schema["x-union-fallback"])]
        return st.one_of(*(valid_member(kind, target.rpartition("/")[2]) for kind, target in kinds))
    if "properties" not in schema:
        return valid(schema)
    fields = {key: valid(inner) for key, inner in schema["properties"].items()}
    required = {key: made for key, made in fields.items() if key in schema.get("required", [])}
    return st.fixed_dictionaries(required, optional={key: made for key, made in fields.items() if key not in required})


def valid_member(kind: str, component: str) -> st.SearchStrategy[Any]:
    """Return a strategy for answers of a member of a union."""
    return valid_object(component).map(lambda entry: {**entry, "media_type": kind})


@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
@settings(max_examples=40)
def test_decode_accepts_any_object(small: Small, model: str, data: st.DataObject) -> None:
    odd = data.draw(OBJECTS)
    answer = data.draw(st.sampled_from([odd, {**data.draw(valid_object(model)), **odd}]))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        decoded = small.decode(json.dumps(answer).encode(), model)
    json.dumps(decoded.to_dict())
    assert decoded == decoded
    repr(decoded)


@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
@settings(max_examples=40)
def test_tolerant_path_reads_what_the_strict_path_reads(small: Small, model: str, data: st.DataObject) -> None:
    """Valid answers, and odd ones that the strict path accepts."""
    answer = data.draw(valid_object(model))
    if data.draw(st.booleans()):
        answer |= data.draw(st.dictionaries(st.sampled_from(list(answer) or ["id"]), JSON, max_size=2))
    body, class_ = json.dumps(answer).encode(), small.model(model)
    try:
        fast = small.runtime("strict_decoder")(class_).decode(body)
    except msgspec.DecodeError:
        return
    drift = small.runtime("Drift")("raise")
    tolerant = small.module("runtime.tolerant").read_tolerantly(
        small.module("runtime.lenient_json").parse_json(body), class_, operation="op", drift=drift
    )
    assert tolerant == fast
    assert json.dumps(tolerant.to_dict()) == json.dumps(fast.to_dict())


def paths(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of each part of a JSON value, without parts of free-form values."""
    items: Iterable[tuple[str | int, Any]] = ()
    if is_list(value):
        items = enumerate(value)
    elif is_mapping(value):
        items = value.items()
    for key, part in items:
        yield (*path, key)
        if key not in ("value", "original_value"):
            yield from paths(part, (*path, key))


@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
@settings(max_examples=40)
def test_unreadable_value_is_read_as_null(small: Small, model: str, data: st.DataObject) -> None:
    """Anywhere in an answer or a block, whatever it replaces; only the difference says more."""
    answer = data.draw(valid_object(model))
    places = list(paths(answer))
    if not places:
        return
    *parents, last = data.draw(st.sampled_from(places))
    parent = answer
    for key in parents:
        parent = parent[key]
    parent[last] = None
    plain = json.dumps(answer).encode()
    parent[last] = "UNREADABLE"
    unreadable = data.draw(st.sampled_from([b'"\xff"', rb'"\udfff"', b"-1e999", b"9" * 5000]))
    text = json.dumps(answer, ensure_ascii=data.draw(st.booleans())).encode()
    body = text.replace(b'"UNREADABLE"', unreadable)
    expected = small.decode(plain, model, "ignore")
    assert small.decode(body, model, "ignore") == expected
    if model == "MovieCredits":
        movie = b'{"id":1,"title":"x","credits":%s}' % body
        assert small.decode(movie, "MovieDetails", "ignore", ("credits",)).credits == expected


@given(data=st.data())
@settings(max_examples=200)
def test_changed_bytes_of_an_answer_are_decoded_or_an_error_of_the_call(small: Small, data: st.DataObject) -> None:
    """Also in blocks, which nothing but the policy `raise` decodes in the call."""
    answer = data.draw(valid_object("MovieDetails")) | {"credits": data.draw(valid_object("MovieCredits"))}
    body = json.dumps(answer, ensure_ascii=data.draw(st.booleans())).encode()
    place, length = data.draw(st.integers(0, len(body))), data.draw(st.integers(0, 3))
    pieces = [
        b"\xff",
        b"\xc3",
        rb"\ud800",
        rb"\udc00",
        b"1e400",
        b'"',
        b"\\",
        b"{",
        b"]",
        b",",
        b"null",
        b"NaN",
        b'"1945"',
    ]
    body = body[:place] + data.draw(st.sampled_from(pieces) | st.binary(max_size=3)) + body[place + length :]
    try:
        movie = small.decode(body, "MovieDetails", "ignore", ("credits",))
    except (small.runtime("NotJSONError"), small.runtime("DriftError")):
        return
    movie.to_json().encode()
    assert movie == small.decode(body, "MovieDetails", "ignore", ("credits",))


@pytest.mark.parametrize("model", MODELS)
@given(data=st.data())
@settings(max_examples=40)
def test_invalid_field_does_not_change_the_others(small: Small, model: str, data: st.DataObject) -> None:
    fields = [attribute.name for attribute in small.model(model).__attrs_attrs__]
    odd = data.draw(st.sampled_from(fields))
    answer, value = data.draw(valid_object(model)), data.draw(JSON)
    before = small.decode(json.dumps(answer).encode(), model, "ignore")
    after = small.decode(json.dumps({**answer, odd: value}).encode(), model, "ignore")
    for field in fields:
        if field != odd:
            assert getattr(after, field) == getattr(before, field)


def test_tolerant_path_supports_every_annotation(small: Small) -> None:
    models = small.module("models")
    for name in models.__all__:
        class_ = getattr(models, name)
        if isinstance(class_, type) and hasattr(class_, "__attrs_attrs__"):
            assert typing.get_type_hints(class_) is not None
            small.decode(b"{}", name, "ignore")
