"""The committed prepared document keeps the promises that the bindings and their users rely on."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scripts.json_io import Json, dump, is_list, is_mapping, load
from scripts.regenerate.document import METHODS, references, target
from scripts.regenerate.read.reviewed_data import read_reviewed_data

DOCUMENT = Path(__file__).resolve().parents[2] / "openapi/tmdb.json"


@pytest.fixture(scope="module")
def document() -> Json:
    """The prepared document."""
    return load(DOCUMENT)


@pytest.fixture(scope="module")
def schemas(document: Json) -> dict[str, Json]:
    """Its components."""
    found: dict[str, Json] = document["components"]["schemas"]
    return found


@pytest.fixture(scope="module")
def operations(document: Json) -> dict[str, Json]:
    """Its operations by method and path."""
    return {
        f"{method.upper()} {path}": item[method]
        for path, item in document["paths"].items()
        for method in METHODS
        if method in item
    }


def walk(value: Any) -> Iterator[Json]:
    """Yield every object of a part of a document."""
    if is_list(value):
        for item in value:
            yield from walk(item)
    elif is_mapping(value):
        yield value
        for inner in value.values():
            yield from walk(inner)


def test_every_operation_is_there(operations: dict[str, Json]) -> None:
    """All of v3, and all of v4 that is real."""
    v3 = [key for key in operations if " /3/" in key]
    v4 = [key for key in operations if " /4/" in key]
    assert (len(v3), len(v4), len(operations)) == (152, 21, 173)


def test_ids_are_unique_and_pythonic(operations: dict[str, Json]) -> None:
    """An operation is `<tag>_<name>` in words that are Python names."""
    ids = [operation["operationId"] for operation in operations.values()]
    assert len(set(ids)) == len(ids)
    for operation in operations.values():
        facts = operation["x-operation"]
        assert operation["operationId"] == f"{facts['tag']}_{facts['name']}"
        assert operation["tags"] == [facts["tag"]]
        assert re.fullmatch(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", operation["operationId"])


def test_nothing_is_named_like_a_generators_accident(schemas: dict[str, Json]) -> None:
    """People can say every name: no `Response200`, no counters, no country codes."""
    for name in schemas:
        assert re.fullmatch(r"[A-Z][A-Za-z0-9]*[A-Za-z]", name)
        assert not re.search(r"Response200|ResultsItem|Type\d|[a-z][A-Z]{2}(Item)?$|Item$.*Item", name), name


def test_number_and_width_of_models(schemas: dict[str, Json]) -> None:
    """Shapes are shared where they are the same, and no shape is a catch-all."""
    answers = {name: one for name, one in schemas.items() if "properties" in one and "x-request-body" not in one}
    assert 130 <= len(answers) <= 200
    widest = max(answers, key=lambda name: len(answers[name]["properties"]))
    assert widest in {"TVDetails", "MovieDetails", "TVShowDetails"}


def test_security_tells_the_truth(operations: dict[str, Json]) -> None:
    """What belongs to a user names the user's credential, and the record agrees."""
    for key, operation in operations.items():
        schemes = {scheme for one in operation["security"] for scheme in one}
        auth = operation["x-operation"]["auth"]
        assert ("user_token" in schemes) == (auth == "user_token"), key
        assert ("session" in schemes) == (auth in {"session", "guest_or_session"}), key
        assert ("bearer" in schemes) == (auth != "user_token"), key


def test_every_error_has_its_shape(operations: dict[str, Json]) -> None:
    """Each operation has one success and the shared errors."""
    for operation in operations.values():
        statuses = list(operation["responses"])
        assert statuses[0] in {"200", "201"}
        assert statuses[1:] == ["401", "404", "422", "429", "default"]


def test_bodies_are_real(operations: dict[str, Json], schemas: dict[str, Json]) -> None:
    """Every body is a schema with fields, sent by exactly those operations that take one."""
    bodies = {key: one["requestBody"] for key, one in operations.items() if "requestBody" in one}
    assert len(bodies) == 12 + 8
    for body in bodies.values():
        name = target(body["content"]["application/json"]["schema"])
        assert name is not None
        assert schemas[name]["x-request-body"]
        assert schemas[name]["properties"]
    assert "RAW_BODY" not in DOCUMENT.read_text(encoding="utf-8")


def test_vocabularies_only_for_what_is_sent(schemas: dict[str, Json]) -> None:
    """An answer's words are open: a new one of TMDB is no error."""
    closed = {name for name, schema in schemas.items() if "enum" in schema}
    for name, schema in schemas.items():
        if "x-request-body" not in schema:
            assert not closed & set(references(schema)), name
            assert all("enum" not in one for one in walk(schema.get("properties"))), name


def test_no_parameter_has_a_default(operations: dict[str, Json]) -> None:
    """A default in a signature would be sent by itself, above the client's own language."""
    for operation in operations.values():
        for parameter in operation.get("parameters", []):
            assert "default" not in parameter["schema"]
            assert parameter["in"] in {"path", "query"}


def test_lists_and_maps_are_described(schemas: dict[str, Json]) -> None:
    """Every list says what it holds, and an object without fields is a map."""
    for name, schema in schemas.items():
        for one in walk(schema.get("properties", {})):
            if "array" in str(one.get("type")):
                assert one["items"], name
            if one.get("type") == "object":
                assert "additionalProperties" in one, name


def test_our_own_descriptions(operations: dict[str, Json], schemas: dict[str, Json]) -> None:
    """Every operation has a sentence and a link, every component a sentence."""
    for key, operation in operations.items():
        assert operation["summary"].endswith("."), key
        assert operation["externalDocs"]["url"].startswith("https://developer.themoviedb.org/"), key
    assert all(schema["description"] for schema in schemas.values())


def test_appended_blocks_are_known_on_both_sides(operations: dict[str, Json], schemas: dict[str, Json]) -> None:
    """A details component and its call agree on what can be appended."""
    parents = {name: set(schema["x-append"]) for name, schema in schemas.items() if schema.get("x-append")}
    assert len(parents) == 7
    takers: list[set[str]] = [
        set(one["x-operation"]["appendable"]) for one in operations.values() if one["x-operation"]["appendable"]
    ]
    assert sorted(map(sorted, takers)) == sorted(map(sorted, parents.values()))


def test_written_in_one_form(document: Json) -> None:
    """The file is what the pipeline's own writer writes."""
    assert DOCUMENT.read_text(encoding="utf-8") == dump(document)


@pytest.mark.node
def test_redocly_finds_no_error(root: Path) -> None:
    """An independent linter calls the document valid."""
    command: list[str | Path] = [
        root / "tools/node_modules/.bin/redocly",
        "lint",
        "--config",
        root / "openapi/redocly.yaml",
        DOCUMENT,
    ]
    result = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
    assert result.returncode == 0, result.stderr


@pytest.mark.conformance
def test_no_sentence_of_tmdb(document: Json, openapi_documents: Path) -> None:
    """TMDB's prose is theirs: none of its sentences is in our document."""
    theirs: set[str] = set()
    for path in openapi_documents.glob("tmdb-*.json"):
        for one in walk(json.loads(path.read_text(encoding="utf-8"))):
            theirs |= {
                text.strip().lower() for key in ("description", "summary") if isinstance(text := one.get(key), str)
            }
    ours = {
        text.strip().lower()
        for one in walk(document)
        for key in ("description", "summary")
        if isinstance(text := one.get(key), str)
    }
    assert {text for text in ours & theirs if " " in text} == set()


def test_every_parameter_is_described_and_no_description_is_left_over(operations: dict[str, Json]) -> None:
    """Users read what a parameter means; a text for a parameter that is gone would only mislead its next reader."""
    described = read_reviewed_data(DOCUMENT.parent).parameter_descriptions
    parameters = [parameter for operation in operations.values() for parameter in operation.get("parameters", [])]

    assert [parameter for parameter in parameters if not parameter.get("description")] == []
    assert set(described) - {parameter["name"] for parameter in parameters} == set()
