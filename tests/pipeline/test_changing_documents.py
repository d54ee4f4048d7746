"""Tests that changes of TMDB's document are merged automatically and reported."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from scripts.json_io import Json
from scripts.regenerate.build import Build, Committed
from scripts.regenerate.correct.prepare import Preparation
from scripts.regenerate.report.render import RegenerationReport, make_report
from scripts.regenerate.report.user_changes import UserChange, user_changes
from tests.pipeline.small import document, observed, prepared, schema_of


class Absorbed:
    """The prepared document before and after an upstream change, with the changes and the report."""

    def __init__(self, folder: Path, changed: Json, evidence: Json | None = None) -> None:
        before = prepared(folder, evidence=evidence)
        self.after: Preparation = prepared(folder, changed, evidence)
        self.schemas: Json = self.after.document["components"]["schemas"]
        result = Build({"v3": changed}, self.after.document, self.after.notes, [], evidence=evidence or {})
        uses = {"books.copies": ["_async/books.py: Books.copies"]}
        self.data: RegenerationReport = make_report(
            Committed({"v3": document()}, before.document), result, uses, "1.2.3"
        )
        self.changes: list[UserChange] = self.data.changes or []
        self.report: str = self.data.markdown()

    def summary(self) -> set[tuple[bool, str, str]]:
        """Return (breaking, where, text) of every change."""
        return {(change.breaking, change.where, change.text) for change in self.changes}


@pytest.fixture
def upstream() -> Json:
    """Return the upstream document, which the test changes."""
    return document()


def test_unchanged_document_has_no_changes(tmp_path: Path, upstream: Json) -> None:
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.changes == []
    assert absorbed.after.notes == []
    assert "No changes for users." in absorbed.report


def test_new_operation_is_named_automatically(tmp_path: Path, upstream: Json) -> None:
    """It gets the tag of similar paths, a name from its path, and known or new components."""
    award = {"type": "object", "properties": {"year": {"type": "integer"}, "prize": {"type": "string"}}}
    schema = {"type": "object", "properties": {"id": {"type": "integer"}, "awards": {"type": "array", "items": award}}}
    operation = copy.deepcopy(upstream["paths"]["/3/book/{book_id}/copies"]["get"])
    operation["operationId"] = "whatever"
    operation["responses"]["200"]["content"]["application/json"]["schema"] = schema
    upstream["paths"]["/3/book/{book_id}/awards"] = {"get": operation}
    absorbed = Absorbed(tmp_path, upstream)
    made = absorbed.after.document["paths"]["/3/book/{book_id}/awards"]["get"]
    assert (made["operationId"], made["tags"]) == ("books_awards", ["books"])
    assert made["x-operation"]["repeatable"]
    assert absorbed.schemas["BooksAwards"]["properties"]["awards"]["items"]["$ref"].endswith("/BooksAwardsAward")
    assert (False, "books.awards", "new, GET /3/book/{}/awards") in absorbed.summary()
    assert "`GET /3/book/{}/awards`: named automatically: books.awards" in absorbed.report


def test_new_operation_reuses_a_component_and_its_paging(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"]["/3/book/popular"] = {"get": copy.deepcopy(upstream["paths"]["/3/search/book"]["get"])}
    absorbed = Absorbed(tmp_path, upstream)
    made = absorbed.after.document["paths"]["/3/book/popular"]["get"]
    answer = made["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/BookPage"}
    assert made["x-operation"]["paging"] == "pages"


@pytest.mark.parametrize("path", ["/", "//a", "/a b", "/a/{b c}"])
def test_invalid_path_is_ignored_and_reported(tmp_path: Path, upstream: Json, path: str) -> None:
    upstream["paths"][path] = copy.deepcopy(upstream["paths"]["/3/shelves"])
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.changes == []
    assert "ignored: its path is invalid" in absorbed.report


def test_listed_operations_name_new_components_first(tmp_path: Path, upstream: Json) -> None:
    review = {"type": "object", "properties": {"stars": {"type": "integer"}}}
    schema_of(upstream, "/3/book/{book_id}")["properties"]["review"] = review
    operation = copy.deepcopy(upstream["paths"]["/3/book/{book_id}"]["get"])
    operation["responses"]["200"]["content"]["application/json"]["schema"] = review
    upstream["paths"]["/3/a_review"] = {"get": operation}
    absorbed = Absorbed(tmp_path, upstream)
    responses = absorbed.after.document["paths"]["/3/a_review"]["get"]["responses"]
    assert responses["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/BookDetailsReview")


def test_removed_operation_removes_its_block_and_components(tmp_path: Path, upstream: Json) -> None:
    """The report names the methods of the facade that call it."""
    del upstream["paths"]["/3/book/{book_id}/copies"]
    absorbed = Absorbed(tmp_path, upstream)
    assert "/3/book/{book_id}/copies" not in absorbed.after.document["paths"]
    assert "Copies" not in absorbed.schemas
    assert not absorbed.schemas["BookDetails"].get("x-append")
    assert absorbed.after.document["paths"]["/3/book/{book_id}"]["get"]["x-operation"]["appendable"] == []
    assert (True, "books.copies", "removed, GET /3/book/{}/copies") in absorbed.summary()
    assert "- `_async/books.py: Books.copies` (uses `books.copies`)" in absorbed.report
    assert absorbed.report.index("## Breaking") < absorbed.report.index("## Automatic decisions")


def test_new_field_is_optional_and_compatible(tmp_path: Path, upstream: Json) -> None:
    fields = schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]
    fields["pages"] = {"type": "integer"}
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["Book"]["properties"]["pages"] == {"type": ["integer", "null"]}
    assert absorbed.summary() == {(False, "Book.pages", "new, integer or null")}
    assert "`Book.pages`: new, integer" in absorbed.report


def test_new_field_of_a_union_is_added_to_every_member(tmp_path: Path, upstream: Json) -> None:
    fields = schema_of(upstream, "/3/search/all")["properties"]["results"]["items"]["properties"]
    fields["pages"] = {"type": "integer"}
    absorbed = Absorbed(tmp_path, upstream)
    assert {where for _, where, _ in absorbed.summary()} == {"Essay.pages", "Novel.pages"}


def test_new_object_is_named_by_its_place_or_reuses_a_component(tmp_path: Path, upstream: Json) -> None:
    fields = schema_of(upstream, "/3/book/{book_id}")["properties"]
    fields["reviews"] = {"type": "array", "items": {"type": "object", "properties": {"stars": {"type": "integer"}}}}
    fields["editor"] = copy.deepcopy(fields["author"])
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["BookDetails"]["properties"]["reviews"]["items"]["$ref"].endswith("/BookDetailsReview")
    assert absorbed.schemas["BookDetails"]["properties"]["editor"]["anyOf"][0]["$ref"].endswith("/Author")
    assert "`BookDetailsReview`: named automatically: stars" in absorbed.report


def test_changed_scalar_type_is_widened(tmp_path: Path, upstream: Json) -> None:
    schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]["id"]["type"] = "string"
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["Book"]["properties"]["id"]["type"] == ["integer", "string"]
    assert (True, "Book.id", "integer is now integer or string") in absorbed.summary()
    assert "`Book.id`: string upstream, integer in the component: now integer or string" in absorbed.report


def test_integer_is_widened_to_number(tmp_path: Path, upstream: Json) -> None:
    schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]["id"]["type"] = "number"
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["Book"]["properties"]["id"]["type"] == "number"


def test_changed_structure_becomes_free_json(tmp_path: Path, upstream: Json) -> None:
    fields = schema_of(upstream, "/3/book/{book_id}")["properties"]
    fields["title"] = {"type": "object", "properties": {"en": {"type": "string"}}}
    fields["author"] = {"type": "string"}
    fields["tags"] = {"type": "string"}
    absorbed = Absorbed(tmp_path, upstream)
    properties = absorbed.schemas["BookDetails"]["properties"]
    assert all(properties[key]["x-json"] for key in ("title", "author", "tags"))
    assert (True, "BookDetails.author", "Author or null is now any JSON") in absorbed.summary()


def test_answer_that_becomes_a_list_is_breaking(tmp_path: Path, upstream: Json) -> None:
    page = schema_of(upstream, "/3/search/book")
    items = page["properties"]["results"]
    upstream["paths"]["/3/search/book"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = items
    absorbed = Absorbed(tmp_path, upstream)
    assert (True, "search.books: answer", "BookPage is now array of Book") in absorbed.summary()


def test_changed_enum_follows_the_document(tmp_path: Path, upstream: Json) -> None:
    for parameter in upstream["paths"]["/3/search/book"]["get"]["parameters"]:
        if parameter["name"] == "sort_by":
            parameter["schema"]["enum"] = ["title.asc", "score.desc", ""]
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["BookSortBy"]["enum"] == ["title.asc", "score.desc", ""]
    assert absorbed.summary() == {
        (True, "BookSortBy: title.desc", "removed"),
        (False, "BookSortBy: score.desc", "new"),
        (False, 'BookSortBy: ""', "new"),
    }


def test_new_enum_is_named_by_its_operation_and_shared(tmp_path: Path, upstream: Json) -> None:
    for path in ("/3/search/book", "/3/search/all"):
        for parameter in upstream["paths"][path]["get"]["parameters"]:
            if parameter["name"] == "query":
                parameter["schema"]["enum"] = ["a", "b"]
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["SearchAllQuery"]["enum"] == ["a", "b"]
    references = [
        parameter["schema"]
        for path in ("/3/search/book", "/3/search/all")
        for parameter in absorbed.after.document["paths"][path]["get"]["parameters"]
        if parameter["name"] == "query"
    ]
    assert references == [{"$ref": "#/components/schemas/SearchAllQuery"}] * 2


def test_renamed_path_parameter_keeps_the_operation(tmp_path: Path, upstream: Json) -> None:
    item = upstream["paths"].pop("/3/book/{book_id}/copies")
    item["get"]["parameters"][0]["name"] = "id"
    upstream["paths"]["/3/book/{id}/copies"] = item
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.after.document["paths"]["/3/book/{id}/copies"]["get"]["operationId"] == "books_copies"
    assert absorbed.summary() == {(True, "books.copies(book_id)", "renamed to `books.copies(id)`")}
    assert absorbed.after.notes == []


def test_renamed_query_parameter_is_removed_and_added(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"]["/3/search/book"]["get"]["parameters"][0]["name"] = "text"
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.summary() == {
        (True, "search.books(query)", "removed, string, required"),
        (True, "search.books(text)", "new, string, required"),
    }


def test_newly_required_parameter_is_breaking(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"]["/3/search/all"]["get"]["parameters"][0]["required"] = True
    upstream["paths"]["/3/search/book"]["get"]["parameters"][0]["required"] = False
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.summary() == {
        (True, "search.all(query)", "string is now string, required"),
        (False, "search.books(query)", "string, required is now string"),
    }


def test_renamed_operation_id_changes_nothing(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"]["/3/book/{book_id}"]["get"]["operationId"] = "details-copy"
    assert Absorbed(tmp_path, upstream).changes == []


def test_order_of_the_document_changes_nothing(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"] = dict(reversed(upstream["paths"].items()))
    upstream["paths"]["/3/search/book"]["get"]["parameters"].reverse()
    schema = schema_of(upstream, "/3/search/book")
    schema["properties"] = dict(reversed(schema["properties"].items()))
    assert prepared(tmp_path, upstream).document == prepared(tmp_path).document


def test_new_request_body_keeps_its_required_fields(tmp_path: Path, upstream: Json) -> None:
    item = {"type": "object", "properties": {"copy": {"type": "integer"}}, "required": ["copy"]}
    body = {"type": "object", "properties": {"items": {"type": "array", "items": item}}, "required": ["items"]}
    operation = copy.deepcopy(upstream["paths"]["/3/book/{book_id}/loan"]["post"])
    operation["requestBody"]["content"]["application/json"]["schema"] = body
    upstream["paths"]["/3/book/{book_id}/returns"] = {"post": operation}
    absorbed = Absorbed(tmp_path, upstream)
    made = absorbed.schemas["BooksCreateReturnsBody"]
    assert (made["required"], made["x-request-body"]) == (["items"], True)
    assert absorbed.schemas["BooksCreateReturnsBodyItem"]["required"] == ["copy"]
    assert "null" not in str(absorbed.schemas["BooksCreateReturnsBodyItem"])


def test_field_removed_upstream_stays(tmp_path: Path, upstream: Json) -> None:
    """TMDB may still send a field that its document no longer contains."""
    del schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]["title"]
    assert Absorbed(tmp_path, upstream).changes == []


def test_references_are_resolved(tmp_path: Path, upstream: Json) -> None:
    schema = schema_of(upstream, "/3/search/book")
    upstream["components"] = {"schemas": {"row": schema["properties"]["results"]["items"]}}
    schema["properties"]["results"]["items"] = {"$ref": "#/components/schemas/row"}
    assert Absorbed(tmp_path, upstream).changes == []


def test_required_field_is_compatible_and_nullable_field_is_breaking(tmp_path: Path) -> None:
    thin = prepared(tmp_path).document
    thick = prepared(tmp_path, evidence={"components": {"Book": {"title": observed(20)}}}).document
    assert [(one.breaking, one.where) for one in user_changes(thin, thick)] == [(False, "Book.title")]
    assert [(one.breaking, one.where) for one in user_changes(thick, thin)] == [(True, "Book.title")]
