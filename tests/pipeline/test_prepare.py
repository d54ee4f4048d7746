"""Tests of `prepare` and of the validation of reviewed data."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.json_io import DataError, Json, dump
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.read.formats import find_problem
from scripts.regenerate.read.reviewed_data import ReviewedData, read_reviewed_data
from tests.pipeline.small import COMPONENTS, ENUMS, OPERATIONS, document, observed, prepared, write_project


@pytest.fixture
def made(tmp_path: Path) -> Json:
    """Return the prepared document of the small upstream document."""
    return prepared(tmp_path).document


def test_operation_has_id_tag_and_reference(made: Json) -> None:
    operation = made["paths"]["/3/book/{book_id}"]["get"]
    assert (operation["operationId"], operation["tags"]) == ("books_details", ["books"])
    assert operation["externalDocs"]["url"] == "https://developer.themoviedb.org/reference/book-details"
    assert [tag["name"] for tag in made["tags"]] == ["books", "search", "shelves"]


def test_document_contains_no_upstream_text(made: Json) -> None:
    text = dump(made)
    assert "Prose" not in text
    assert "Emma" not in text


def test_parameters_have_no_defaults_or_headers(made: Json) -> None:
    parameters = {one["name"]: one for one in made["paths"]["/3/search/book"]["get"]["parameters"]}
    assert parameters["page"]["schema"] == {"type": "integer"}
    assert parameters["sort_by"]["schema"] == {"$ref": "#/components/schemas/BookSortBy"}
    lend = made["paths"]["/3/book/{book_id}/loan"]["post"]["parameters"]
    assert [(one["name"], one["in"]) for one in lend] == [("book_id", "path"), ("session_id", "query")]


def test_credentials_are_never_required_parameters(made: Json) -> None:
    lend = made["paths"]["/3/book/{book_id}/loan"]["post"]
    assert [one["required"] for one in lend["parameters"]] == [True, False]
    assert lend["security"] == [{"bearer": [], "session": []}, {"api_key": [], "session": []}]


def test_missing_path_parameter_is_added(tmp_path: Path) -> None:
    upstream = document()
    del upstream["paths"]["/3/book/{book_id}/copies"]["get"]["parameters"]
    made = prepared(tmp_path, upstream).document
    assert made["paths"]["/3/book/{book_id}/copies"]["get"]["parameters"] == [
        {"name": "book_id", "in": "path", "required": True, "schema": {"type": "string"}}
    ]


def test_responses_have_the_reviewed_status_and_shared_errors(made: Json) -> None:
    responses = made["paths"]["/3/book/{book_id}/loan"]["post"]["responses"]
    assert list(responses) == ["201", "401", "404", "422", "429", "default"]
    assert responses["404"] == {"$ref": "#/components/responses/Error"}
    names = made["paths"]["/3/shelves"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert names == {"type": "array", "items": {"type": "string"}}
    assert "ErrorResponse" in made["components"]["schemas"]


def test_raw_body_is_replaced_by_the_reviewed_one(made: Json) -> None:
    lend = made["paths"]["/3/book/{book_id}/loan"]["post"]
    assert lend["requestBody"]["required"]
    assert made["components"]["schemas"]["LoanBody"]["required"] == ["days"]
    assert made["components"]["schemas"]["LoanBody"]["properties"]["days"] == {"type": "integer"}


def test_append_block_links_parent_and_component(made: Json) -> None:
    details = made["paths"]["/3/book/{book_id}"]["get"]["x-operation"]
    copies = made["paths"]["/3/book/{book_id}/copies"]["get"]["x-operation"]
    assert (details["appendable"], copies["append_parent"]) == (["copies"], "books_details")
    block = {"copies": {"schema": "Copies", "operation": "books_copies"}}
    assert made["components"]["schemas"]["BookDetails"]["x-append"] == block


def test_block_of_a_removed_operation_is_removed(tmp_path: Path) -> None:
    """A block without an operation stays."""
    root = write_project(tmp_path) / "openapi"
    blocks = {"copies": {"schema": "Copies", "operation": "books_copies"}, "loans": {"schema": "Copies"}}
    content = {"schemas": {**COMPONENTS, "BookDetails": {**COMPONENTS["BookDetails"], "x-append": blocks}}}
    (root / "components/books.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    upstream = document()
    del upstream["paths"]["/3/book/{book_id}/copies"]
    made = prepare({"v3": upstream}, read_reviewed_data(root), {}).document
    assert made["components"]["schemas"]["BookDetails"]["x-append"] == {"loans": {"schema": "Copies"}}


def test_union_field_is_marked(made: Json) -> None:
    schemas = made["components"]["schemas"]
    assert schemas["WorkPage"]["properties"]["results"]["x-union"] == "Work"
    assert schemas["Work"]["discriminator"]["mapping"]["novel"] == "#/components/schemas/Novel"
    assert "UnknownWork" in schemas


def test_country_keys_become_a_map(made: Json) -> None:
    assert made["components"]["schemas"]["BookDetails"]["properties"]["prices"]["additionalProperties"] == {
        "type": "number"
    }


def test_evidence_determines_required_fields(tmp_path: Path) -> None:
    evidence = {"components": {"Book": {"title": observed(20)}}}
    book = prepared(tmp_path, evidence=evidence).document["components"]["schemas"]["Book"]
    assert book["required"] == ["id", "title"]
    assert book["properties"]["title"]["type"] == "string"
    assert book["properties"]["score"]["type"] == ["number", "null"]


def test_prepare_without_reviewed_data_uses_automatic_names(tmp_path: Path) -> None:
    made = prepare({"v3": document()}, ReviewedData(), {}).document
    assert made["paths"]["/3/book/{book_id}"]["get"]["operationId"] == "book_details"
    assert made["paths"]["/3/book/{book_id}/loan"]["post"]["operationId"] == "book_create_loan"
    assert made["paths"]["/3/search/book"]["get"]["operationId"] == "search_book"
    assert made["components"]["schemas"]["SearchBook"]["properties"]["results"]["items"]["$ref"].endswith(
        "/SearchBookItem"
    )


def test_prepare_combines_v3_and_v4(tmp_path: Path) -> None:
    v4: Json = {
        "openapi": "3.1.0",
        "info": {"title": "library", "version": "4"},
        "paths": {"/4/list/{list_id}": {"get": {"operationId": "list-details", "responses": {}}}},
    }
    reviewed = read_reviewed_data(write_project(tmp_path) / "openapi")
    made = prepare({"v3": document(), "v4": v4}, reviewed, {}).document
    operation = made["paths"]["/4/list/{list_id}"]["get"]
    assert operation["operationId"] == "v4_list_details"
    assert operation["externalDocs"]["url"] == "https://developer.themoviedb.org/v4/reference/list-details"
    assert made["info"]["version"] == "v3 and v4"


def test_unused_component_is_removed_and_noted(tmp_path: Path) -> None:
    upstream = document()
    del upstream["paths"]["/3/search/all"]
    result = prepared(tmp_path, upstream)
    assert "Essay" not in result.document["components"]["schemas"]
    assert ("unused", "Essay") in {(note.kind, note.where) for note in result.notes}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        (
            "operations.yaml",
            {**OPERATIONS, "GET /3/shelves": {"tag": "a"}},
            'GET /3/shelves: "name" is a required property',
        ),
        (
            "operations.yaml",
            {**OPERATIONS, "GET /3/book/{id}": {"tag": "a", "name": "b"}},
            "GET /3/book/{book_id} and GET /3/book/{id} have the same path",
        ),
        (
            "operations.yaml",
            {"GET /3/shelves": {"tag": "a", "name": "b", "answer": "Nothing"}},
            "component Nothing does not exist",
        ),
        (
            "operations.yaml",
            {"GET /3/a": {"tag": "a", "name": "b", "awnser": "Book"}},
            "GET /3/a: .*'awnser' was unexpected",
        ),
        (
            "operations.yaml",
            {"GET /3/a": {"tag": "a", "name": "b"}, "GET /3/b": {"tag": "a", "name": "b"}},
            "GET /3/a and GET /3/b have the same id, a_b",
        ),
        ("enums.yaml", {**ENUMS, "Other": ENUMS["BookSortBy"]}, "BookSortBy and Other have the same parameter"),
        ("components/books.yaml", {"schemas": {"A": {"properties": {"b": {"$ref": "C"}}}}}, "refers to C"),
        (
            "components/books.yaml",
            {"schemas": {"A": {"properties": {}, "x-required": {"b": "c"}}}},
            "names fields that the component does not have: b",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"properties": {"b": {"tpye": "string"}}}}},
            r"schemas\.A\.properties\.b: .*'tpye' was unexpected",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"type": "string", "x-words": ["a b", "A-B"]}}},
            "A: x-words: A-B needs a label that makes a unique name",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"type": "string", "x-words": {"1": "1st"}}}},
            "A: x-words: 1 needs a label that makes a unique name",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"type": "integer", "x-words": {"one": "One"}}}},
            "A: x-words: one is not of the type integer",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"type": "string", "enum": ["a"], "x-vocabulary": "B"}}},
            "A refers to B, which does not exist",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"type": "string", "enum": ["a"], "x-vocabulary": "B"}, "B": {"properties": {}}}},
            "A: x-vocabulary: B is not a vocabulary",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"properties": {}}, "a": {"properties": {}}}},
            "A and a have the same module",
        ),
        (
            "components/books.yaml",
            {"schemas": {"A": {"properties": {"title": {"type": "string"}}, "x-title": "movie"}}},
            "A: x-title needs original_title, release_date",
        ),
    ],
)
def test_invalid_reviewed_data_raises(tmp_path: Path, name: str, content: Json, message: str) -> None:
    """The message is one line."""
    root = write_project(tmp_path) / "openapi"
    (root / name).write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError, match=message) as error:
        read_reviewed_data(root)
    assert "\n" not in str(error.value)


def test_duplicate_yaml_key_raises(tmp_path: Path) -> None:
    root = write_project(tmp_path) / "openapi"
    (root / "operations.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(DataError, match="is duplicated"):
        read_reviewed_data(root)


def test_block_of_an_unknown_operation_raises(tmp_path: Path) -> None:
    root = write_project(tmp_path) / "openapi"
    block = {"copies": {"schema": "Copies", "operation": "books_copy"}}
    details = {**COMPONENTS["BookDetails"], "x-append": block}
    content = {"schemas": {**COMPONENTS, "BookDetails": details}}
    (root / "components/books.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError, match="operation books_copy does not exist"):
        read_reviewed_data(root)


def test_unknown_auth_raises(tmp_path: Path) -> None:
    root = write_project(tmp_path) / "openapi"
    content = {"GET /3/shelves": {"tag": "shelves", "name": "list", "auth": "magic"}}
    (root / "operations.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError, match=r'GET /3/shelves\.auth: "magic" is not one of "application", "session"'):
        read_reviewed_data(root)


def test_find_problem_shortens_a_long_value() -> None:
    problem = find_problem({"parameters": {"query": ["x" * 1000]}}, "descriptions")
    assert problem.startswith('parameters.query: ["xxx')
    assert problem.endswith('is not of type "string"')
    assert len(problem) < 250
