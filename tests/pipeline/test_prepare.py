"""What the prepared document says, and how it is assembled."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from scripts.json_io import DataError, Json, dump
from scripts.regenerate.correct.prepare import prepare
from scripts.regenerate.read.reviewed_data import ReviewedData, read_reviewed_data
from tests.pipeline.small import COMPONENTS, ENUMS, OPERATIONS, document, observed, prepared, write_project


@pytest.fixture
def made(tmp_path: Path) -> Json:
    """The prepared document of the small one."""
    return prepared(tmp_path).document


def test_operation_ids_and_references(made: Json) -> None:
    """Ids and tags are ours; the link to the reference is made from the table, else from the document's id."""
    operation = made["paths"]["/3/book/{book_id}"]["get"]
    assert (operation["operationId"], operation["tags"]) == ("books_details", ["books"])
    assert operation["externalDocs"]["url"] == "https://developer.themoviedb.org/reference/book-details"
    assert [tag["name"] for tag in made["tags"]] == ["books", "search", "shelves"]


def test_no_prose_of_theirs(made: Json) -> None:
    """Nothing of the upstream document's descriptions and examples comes through."""
    text = dump(made)
    assert "Prose" not in text
    assert "Emma" not in text


def test_parameters(made: Json) -> None:
    """Parameters have no defaults and no formats that say nothing; headers are the transport's business."""
    parameters = {one["name"]: one for one in made["paths"]["/3/search/book"]["get"]["parameters"]}
    assert parameters["page"]["schema"] == {"type": "integer"}
    assert parameters["sort_by"]["schema"] == {"$ref": "#/components/schemas/BookSortBy"}
    lend = made["paths"]["/3/book/{book_id}/loan"]["post"]["parameters"]
    assert [(one["name"], one["in"]) for one in lend] == [("book_id", "path"), ("session_id", "query")]


def test_credentials_are_never_required(made: Json) -> None:
    """Who authorises the request adds the session, so no caller has to pass it."""
    lend = made["paths"]["/3/book/{book_id}/loan"]["post"]
    assert [one["required"] for one in lend["parameters"]] == [True, False]
    assert lend["security"] == [{"bearer": [], "session": []}, {"api_key": [], "session": []}]


def test_missing_path_parameter_is_added(tmp_path: Path) -> None:
    """A path parameter that the document forgot to declare is there all the same."""
    upstream = document()
    del upstream["paths"]["/3/book/{book_id}/copies"]["get"]["parameters"]
    made = prepared(tmp_path, upstream).document
    assert made["paths"]["/3/book/{book_id}/copies"]["get"]["parameters"] == [
        {"name": "book_id", "in": "path", "required": True, "schema": {"type": "string"}}
    ]


def test_answers_and_errors(made: Json) -> None:
    """The status is the table's, the shape ours, and every error has the one shape of errors."""
    responses = made["paths"]["/3/book/{book_id}/loan"]["post"]["responses"]
    assert list(responses) == ["201", "401", "404", "422", "429", "default"]
    assert responses["404"] == {"$ref": "#/components/responses/Error"}
    names = made["paths"]["/3/shelves"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert names == {"type": "array", "items": {"type": "string"}}
    assert "ErrorResponse" in made["components"]["schemas"]


def test_bodies(made: Json) -> None:
    """A raw body becomes the one that people described."""
    lend = made["paths"]["/3/book/{book_id}/loan"]["post"]
    assert lend["requestBody"]["required"]
    assert made["components"]["schemas"]["LoanBody"]["required"] == ["days"]
    assert made["components"]["schemas"]["LoanBody"]["properties"]["days"] == {"type": "integer"}


def test_appended_blocks(made: Json) -> None:
    """A block is found by its path, and both sides know of it."""
    details = made["paths"]["/3/book/{book_id}"]["get"]["x-operation"]
    copies = made["paths"]["/3/book/{book_id}/copies"]["get"]["x-operation"]
    assert (details["appendable"], copies["append_parent"]) == (["copies"], "books_details")
    block = {"copies": {"schema": "Copies", "operation": "books_copies"}}
    assert made["components"]["schemas"]["BookDetails"]["x-append"] == block


def test_block_that_people_listed_goes_with_its_operation(tmp_path: Path) -> None:
    """A block of a component whose operation TMDB removed can no longer be appended; one without an operation stays."""
    root = write_project(tmp_path) / "openapi"
    blocks = {"copies": {"schema": "Copies", "operation": "books_copies"}, "loans": {"schema": "Copies"}}
    content = {"schemas": {**COMPONENTS, "BookDetails": {**COMPONENTS["BookDetails"], "x-append": blocks}}}
    (root / "components/books.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    upstream = document()
    del upstream["paths"]["/3/book/{book_id}/copies"]
    made = prepare({"v3": upstream}, read_reviewed_data(root), {}).document
    assert made["components"]["schemas"]["BookDetails"]["x-append"] == {"loans": {"schema": "Copies"}}


def test_unions(made: Json) -> None:
    """A field of mixed kinds says which union it holds, and the union says how to tell them apart."""
    schemas = made["components"]["schemas"]
    assert schemas["WorkPage"]["properties"]["results"]["x-union"] == "Work"
    assert schemas["Work"]["discriminator"]["mapping"]["novel"] == "#/components/schemas/Novel"
    assert "UnknownWork" in schemas


def test_maps(made: Json) -> None:
    """Keys that are countries are data: the field is a map."""
    assert made["components"]["schemas"]["BookDetails"]["properties"]["prices"]["additionalProperties"] == {
        "type": "number"
    }


def test_evidence_decides_what_is_required(tmp_path: Path) -> None:
    """A field that was always there is promised; without evidence only what has a reason is."""
    evidence = {"components": {"Book": {"title": observed(20)}}}
    book = prepared(tmp_path, evidence=evidence).document["components"]["schemas"]["Book"]
    assert book["required"] == ["id", "title"]
    assert book["properties"]["title"]["type"] == "string"
    assert book["properties"]["score"]["type"] == ["number", "null"]


def test_promise_against_the_evidence_is_noted(tmp_path: Path) -> None:
    """A reason that recent answers contradict is for a person to look at."""
    notes = prepared(tmp_path, evidence={"components": {"Book": {"id": observed(9, null=2)}}}).notes
    assert [(note.kind, note.where) for note in notes] == [("promise", "Book.id")]


def test_without_tables(tmp_path: Path) -> None:
    """Names come from paths and keys when nobody has written any, and equal shapes are one."""
    made = prepare({"v3": document()}, ReviewedData(), {}).document
    assert made["paths"]["/3/book/{book_id}"]["get"]["operationId"] == "book_details"
    assert made["paths"]["/3/book/{book_id}/loan"]["post"]["operationId"] == "book_create_loan"
    assert made["paths"]["/3/search/book"]["get"]["operationId"] == "search_book"
    assert made["components"]["schemas"]["SearchBook"]["properties"]["results"]["items"]["$ref"].endswith(
        "/SearchBookItem"
    )


def test_two_documents_are_one(tmp_path: Path) -> None:
    """Operations of v4 stand beside those of v3, under tags of their own."""
    v4: Json = {
        "openapi": "3.1.0",
        "info": {"title": "library", "version": "4"},
        "paths": {"/4/list/{list_id}": {"get": {"operationId": "list-details", "responses": {}}}},
    }
    tables = read_reviewed_data(write_project(tmp_path) / "openapi")
    made = prepare({"v3": document(), "v4": v4}, tables, {}).document
    operation = made["paths"]["/4/list/{list_id}"]["get"]
    assert operation["operationId"] == "v4_list_details"
    assert operation["externalDocs"]["url"] == "https://developer.themoviedb.org/v4/reference/list-details"
    assert made["info"]["version"] == "v3 and v4"


def test_unused_components_are_left_out(tmp_path: Path) -> None:
    """A component that nothing refers to would be a class that no answer has."""
    upstream = document()
    del upstream["paths"]["/3/search/all"]
    result = prepared(tmp_path, upstream)
    assert "Essay" not in result.document["components"]["schemas"]
    assert ("unused", "Essay") in {(note.kind, note.where) for note in result.notes}


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("operations.yaml", {**OPERATIONS, "GET /3/shelves": {"tag": "a"}}, "needs tag and name"),
        ("operations.yaml", {**OPERATIONS, "GET /3/book/{id}": {"tag": "a", "name": "b"}}, "listed twice"),
        (
            "operations.yaml",
            {"GET /3/shelves": {"tag": "a", "name": "b", "answer": "Nothing"}},
            "Nothing is no component",
        ),
        ("operations.yaml", {"GET /3/a": {"tag": "a", "name": "b", "awnser": "Book"}}, "unknown awnser"),
        ("operations.yaml", {"GET /3/a": {"tag": "a", "name": "b"}, "GET /3/b": {"tag": "a", "name": "b"}}, "is also"),
        ("enums.yaml", {**ENUMS, "Other": ["GET /3/search/book sort_by"]}, "both BookSortBy and Other"),
        ("components/books.yaml", {"schemas": {"A": {"properties": {"b": {"$ref": "C"}}}}}, "refers to C"),
        (
            "components/books.yaml",
            {"schemas": {"A": {"properties": {}, "x-required": {"b": "c"}}}},
            "names no field: b",
        ),
        ("components/books.yaml", {"schemas": {"A": {"properties": {"b": {"tpye": "string"}}}}}, "unknown tpye"),
        ("components/books.yaml", {"schemas": {"A": {"properties": {}}, "a": {"properties": {}}}}, "the same name"),
    ],
)
def test_slips_in_the_tables(tmp_path: Path, name: str, content: Json, message: str) -> None:
    """A slip of a person is said in one line that names the file and the place."""
    root = write_project(tmp_path) / "openapi"
    (root / name).write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError, match=message) as error:
        read_reviewed_data(root)
    assert "\n" not in str(error.value)


def test_a_repeated_key_is_a_slip(tmp_path: Path) -> None:
    """YAML would let the second one win without a word."""
    root = write_project(tmp_path) / "openapi"
    (root / "operations.yaml").write_text("a: 1\na: 2\n", encoding="utf-8")
    with pytest.raises(DataError, match="occurs twice"):
        read_reviewed_data(root)


def test_block_of_no_operation_is_a_slip(tmp_path: Path) -> None:
    """A misspelt operation of a block would look like one that TMDB removed."""
    root = write_project(tmp_path) / "openapi"
    block = {"copies": {"schema": "Copies", "operation": "books_copy"}}
    details = {**COMPONENTS["BookDetails"], "x-append": block}
    content = {"schemas": {**COMPONENTS, "BookDetails": details}}
    (root / "components/books.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError, match="books_copy is no operation"):
        read_reviewed_data(root)


def test_unknown_authorisation_is_a_slip(tmp_path: Path) -> None:
    """Only known words say what a request needs."""
    root = write_project(tmp_path) / "openapi"
    content = {"GET /3/shelves": {"tag": "shelves", "name": "list", "auth": "magic"}}
    (root / "operations.yaml").write_text(yaml.safe_dump(content), encoding="utf-8")
    with pytest.raises(DataError, match="'magic' is no kind of authorisation"):
        prepare({"v3": document()}, read_reviewed_data(root), {})
