"""Property test of `prepare` with random changes of TMDB's documents."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.json_io import InputError, Json, is_list, is_mapping, load
from scripts.regenerate.correct.overlay import apply_overlays, read_overlays
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.read.parse import parse
from scripts.regenerate.read.reviewed_data import read_reviewed_data
from scripts.regenerate.requirements import read_evidence
from scripts.regenerate.write.bindings_view import make_view
from tests.pipeline.small import document, write_project

KEYS = ["new", "x-y", "2fa", "class", "credits", "watch/providers", "DE", "id"]
SCHEMAS: list[Json] = [
    {},
    {"type": "string"},
    {"type": "integer"},
    {"type": ["null", "number"]},
    {"type": "array"},
    {"type": "object"},
    {"type": "object", "additionalProperties": {"type": "integer"}},
    {"type": "object", "properties": {"a": {"type": "string"}, "class": {}}},
    {"type": "array", "items": {"type": "object", "properties": {"id": {"type": "integer"}, "name": {}}}},
    {"$ref": "#/components/schemas/Nothing"},
]


def objects(value: Any) -> Iterator[Json]:
    """Yield every object schema with fields."""
    if is_list(value):
        for item in value:
            yield from objects(item)
    elif is_mapping(value):
        if is_mapping(value.get("properties")) and value["properties"]:
            yield value
        for inner in value.values():
            yield from objects(inner)


def change_randomly(paths: Json, chance: random.Random) -> None:
    """Change a document in many places."""
    for schema in chance.sample(found := list(objects(paths)), min(len(found), 400)):
        fields: Json = schema["properties"]
        key = chance.choice([*sorted(fields), "new"])
        way = chance.choice(["type", "type", "gone", "new", "new", "structure"])
        if way == "type":
            fields[key] = copy.deepcopy(chance.choice(SCHEMAS))
        elif way == "gone":
            fields.pop(key, None)
        elif way == "new":
            fields[chance.choice(KEYS)] = copy.deepcopy(chance.choice(SCHEMAS))
        else:
            schema["type"] = chance.choice(["array", "string"])
    for path in chance.sample(sorted(paths), min(len(paths), 24)):
        way = chance.choice(["gone", "renamed", "new"])
        if way == "gone":
            del paths[path]
        elif way == "renamed":
            paths[path.replace("_id}", "}")] = paths.pop(path)
        else:
            paths[f"{path.rstrip('/')}/{chance.choice(['foo', '{bar}', 'import', 'details'])}"] = copy.deepcopy(
                paths[path]
            )


def test_prepare_accepts_random_changes(root: Path) -> None:
    openapi = root / "openapi"
    chance = random.Random(0)
    corrected: dict[str, Json] = {}
    for version in ("v3", "v4"):
        upstream = load(openapi / f"upstream/{version}.json")
        change_randomly(upstream["paths"], chance)
        corrected[version], _ = apply_overlays(upstream, read_overlays(openapi / "overlays" / version))
    # Both functions validate their result: the document, its names and the modules of the names.
    made = prepare(corrected, read_reviewed_data(openapi), read_evidence(openapi))
    assert make_view(made.document)["components"]["schemas"].keys() == made.document["components"]["schemas"].keys()
    assert len(made.notes) > 50


JUNK: list[Any] = [
    None,
    1,
    True,
    "x",
    "",
    [],
    ["a"],
    {},
    {"a": 1},
    {"type": 5},
    {"type": ["string", {}]},
    {"type": "null"},
    {"$ref": "#/paths"},
    {"$ref": "#"},
    {"$ref": 5},
    {"enum": [{}, [1]]},
    {"enum": "x"},
    {"const": {"a": 1}},
    {"properties": []},
    {"properties": {"a": 5}},
    {"items": [{"type": "string"}]},
    {"required": True},
    {"anyOf": [5, None, {}]},
    {"allOf": "x"},
    {"nullable": "x", "minimum": "1", "pattern": 1, "format": 1},
]
WORDS = ["nullable", "const", "$ref", "type", "", "NO", "servers", "parameters", "content", "in", "name", "schema"]


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield every key and position of a value with its container."""
    entries: list[tuple[Any, Any]] = []
    if is_mapping(value):
        entries = list(value.items())
    elif is_list(value):
        entries = list(enumerate(value))
    for key, inner in entries:
        yield value, key
        yield from places(inner)


def test_damaged_documents_are_absorbed_or_rejected_with_one_line(tmp_path: Path) -> None:
    """Whatever stands anywhere in a document, there is no other error."""
    folder = write_project(tmp_path) / "openapi"
    reviewed, overlays = read_reviewed_data(folder), read_overlays(folder / "overlays/v3")
    problems: list[str] = []
    for seed in range(40):
        chance = random.Random(seed)
        content = copy.deepcopy(document())
        for _ in range(chance.choice([1, 1, 2, 3])):
            holder, key = chance.choice(list(places(content)))
            if chance.random() < 0.2 and is_mapping(holder):
                key = chance.choice(WORDS)
            holder[key] = copy.deepcopy(chance.choice(JUNK))
        try:
            corrected, _ = apply_overlays(parse(json.dumps(content).encode(), "library.json"), overlays)
        except InputError as error:
            problems.append(str(error))
        else:
            make_view(prepare({"v3": corrected}, reviewed, {}).document)
    assert 0 < len(problems) < 40
    assert "\n" not in "".join(problems)
