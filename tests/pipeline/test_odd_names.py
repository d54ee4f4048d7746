"""Test of a document whose names are of every kind that JSON can contain, from the upstream document to the bindings."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from scripts.json_io import Json, dump, load
from scripts.regenerate import __main__ as regenerate
from scripts.regenerate.document import operations, target
from scripts.regenerate.name.naming import operation_key
from scripts.regenerate.write.attributes import field_attributes
from tests.bindings.test_names import NAMES
from tests.pipeline.small import document, schema_of, write_project

PATHS = (
    *("/3/🎬", "/3/電影/{語 言}", "/3/class/import", "/3/None", "/3/self", "/3/__init__", "/3/date", "/3/{id}", "/x"),
    *("/3/nullable/list", "/3/import/error", "/3/book/{book_id}/to_dict", "/3/a/{class}", "/3/a/{class}.json", "/4/x"),
    *("/3/a'b\"c d", "/3/" + "long" * 100, "/3/" + "/".join(["deep"] * 200)),
)
#: Enums of the document, and their values in the prepared document.
VOCABULARIES: tuple[tuple[list[Any], list[Any] | None], ...] = (
    *(
        (words, words)
        for words in (["🎬", "a\nb", "class", "a", "A", "1", ""], ["\x00", "\u202e", '"', "'", "x" * 300])
    ),
    *(([2, 1], [2, 1]), ([1, "1", "a"], ["1", "a"]), ([True, False], ["true", "false"]), ([1.5, 2], ["1.5", "2"])),
    *(([None, "a"], ["a"]), ([{"x": 1}], None), ([], None)),
)


def odd_document() -> Json:
    """Return the upstream document with odd names of fields, parameters, operations, tags, schemas and in enums."""
    content = document()
    fields: Json = {name: {"type": "string"} for name in NAMES}
    objects: Json = {name: {"type": "object", "properties": {name: {"type": "integer"}}} for name in NAMES}
    schema_of(content, "/3/book/{book_id}")["properties"] |= fields
    schema_of(content, "/3/search/book")["properties"]["results"]["items"]["properties"] |= objects
    content["components"] = {"schemas": {"a b/🎬~": {"type": "object", "properties": objects}}}
    answer = {"200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/a b~1🎬~0"}}}}}
    body = {"content": {"application/json": {"schema": {"type": "object", "properties": fields, "required": [*NAMES]}}}}
    query: list[Json] = [{"name": name, "in": "query", "schema": {"type": "string"}} for name in NAMES]
    enums: list[Json] = [
        {"name": f"words {number}", "in": "query", "schema": {"enum": words}}
        for number, (words, _) in enumerate(VOCABULARIES)
    ]
    for path in PATHS:
        node: Json = {"operationId": "odd '\"\n🎬", "tags": ["", "🎬"], "parameters": [], "responses": answer}
        content["paths"][path] = {"get": node, "post": {**node, "requestBody": body}}
    content["paths"]["/x"]["get"]["parameters"] = [*query, *enums]
    return content


@pytest.mark.usefixtures("mypy_cache")
def test_document_with_odd_names_gives_working_bindings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command imports and uses all of them, and checks their types."""
    root = write_project(tmp_path / "project")
    (tmp_path / "v3.json").write_text(dump(document()), encoding="utf-8")
    assert regenerate.main(["--quick", "--v3", str(tmp_path / "v3.json")], root) == 0
    (tmp_path / "v3.json").write_text(dump(odd_document()), encoding="utf-8")
    report = tmp_path / "report.md"
    assert regenerate.main(["--v3", str(tmp_path / "v3.json"), "--report", str(report)], root) == 0, capsys.readouterr()
    made = load(root / "openapi/tmdb.json")
    keys = {operation_key(method, path) for path, method, _ in operations(made)}
    assert keys >= {operation_key(method, path) for path in PATHS for method in ("GET", "POST")}
    schemas = made["components"]["schemas"]
    for parameter in made["paths"]["/x"]["get"]["parameters"]:
        kind, _, number = str(parameter["name"]).partition(" ")
        if kind == "words":
            vocabulary = schemas.get(str(target(parameter["schema"])), {})
            assert vocabulary.get("enum") == VOCABULARIES[int(number)][1]
    text = report.read_text(encoding="utf-8")
    for name, attribute in field_attributes(schemas["BookDetails"], schemas).items():
        assert name not in NAMES or f"`BookDetails.{attribute}`: new" in text
