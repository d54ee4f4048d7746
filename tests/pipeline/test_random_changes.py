"""Property test of `prepare` with random changes of TMDB's documents."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.json_io import Json, is_list, is_mapping, load
from scripts.regenerate.correct.overlay import apply_overlays, read_overlays
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.read.reviewed_data import read_reviewed_data
from scripts.regenerate.requirements import read_evidence
from scripts.regenerate.write.bindings_view import make_view

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
