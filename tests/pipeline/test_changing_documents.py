"""Every way in which TMDB's document can change is absorbed without a person, and said in the report."""

from __future__ import annotations

import copy
from pathlib import Path

import pytest

from scripts.json_io import Json
from scripts.regenerate.build import Build
from scripts.regenerate.correct.prepare import Preparation
from scripts.regenerate.report import render_report
from scripts.regenerate.user_changes import UserChange, user_changes
from tests.pipeline.small import document, observed, prepared, schema_of


class Absorbed:
    """The prepared documents before and after a change of the upstream document, and what the report says."""

    def __init__(self, folder: Path, changed: Json) -> None:
        before = prepared(folder)
        self.after: Preparation = prepared(folder, changed)
        self.schemas: Json = self.after.document["components"]["schemas"]
        self.changes: list[UserChange] = user_changes(before.document, self.after.document)
        result = Build(self.after.document, self.after.notes, [], {"v3": 0})
        self.report: str = render_report(
            before.document, result, {("books", "copies"): ["_async/books.py: Books.copies"]}
        )

    def said(self) -> set[tuple[bool, str, str]]:
        """What changed: whether it breaks, where, how."""
        return {(change.breaking, change.where, change.text) for change in self.changes}


@pytest.fixture
def upstream() -> Json:
    """The upstream document, to be changed."""
    return document()


def test_nothing_changed(tmp_path: Path, upstream: Json) -> None:
    """The same document again is no change, and nothing in it was named automatically."""
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.changes == []
    assert absorbed.after.notes == []
    assert "Nothing changed for users." in absorbed.report


def test_new_operation(tmp_path: Path, upstream: Json) -> None:
    """A new operation takes the tag of its neighbours, a name from its path, and shapes that are known or named anew."""
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
    assert (False, "books.awards", "new (GET /3/book/{}/awards)") in absorbed.said()
    assert "`GET /3/book/{}/awards`: named automatically: books.awards" in absorbed.report


def test_new_operation_with_a_known_answer(tmp_path: Path, upstream: Json) -> None:
    """A new list of books is a page of books, and pages."""
    upstream["paths"]["/3/book/popular"] = {"get": copy.deepcopy(upstream["paths"]["/3/search/book"]["get"])}
    absorbed = Absorbed(tmp_path, upstream)
    made = absorbed.after.document["paths"]["/3/book/popular"]["get"]
    answer = made["responses"]["200"]["content"]["application/json"]["schema"]
    assert answer == {"$ref": "#/components/schemas/BookPage"}
    assert made["x-operation"]["paging"] == "pages"


@pytest.mark.parametrize("path", ["/", "//a", "/a b", "/a/{b c}"])
def test_path_that_cannot_be_called(tmp_path: Path, upstream: Json, path: str) -> None:
    """What is no path of an API is left out and said, and stops nothing else."""
    upstream["paths"][path] = copy.deepcopy(upstream["paths"]["/3/shelves"])
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.changes == []
    assert "left out: its path is no path of an API" in absorbed.report


def test_listed_operations_name_shapes_first(tmp_path: Path, upstream: Json) -> None:
    """A new shape is called after the operation that people know, not after a new one that comes first by its path."""
    review = {"type": "object", "properties": {"stars": {"type": "integer"}}}
    schema_of(upstream, "/3/book/{book_id}")["properties"]["review"] = review
    operation = copy.deepcopy(upstream["paths"]["/3/book/{book_id}"]["get"])
    operation["responses"]["200"]["content"]["application/json"]["schema"] = review
    upstream["paths"]["/3/a_review"] = {"get": operation}
    absorbed = Absorbed(tmp_path, upstream)
    responses = absorbed.after.document["paths"]["/3/a_review"]["get"]["responses"]
    assert responses["200"]["content"]["application/json"]["schema"]["$ref"].endswith("/BookDetailsReview")


def test_removed_operation(tmp_path: Path, upstream: Json) -> None:
    """A removed operation goes with its record, its block and its shapes; the report names the methods it takes along."""
    del upstream["paths"]["/3/book/{book_id}/copies"]
    absorbed = Absorbed(tmp_path, upstream)
    assert "/3/book/{book_id}/copies" not in absorbed.after.document["paths"]
    assert "Copies" not in absorbed.schemas
    assert not absorbed.schemas["BookDetails"].get("x-append")
    assert absorbed.after.document["paths"]["/3/book/{book_id}"]["get"]["x-operation"]["appendable"] == []
    assert (True, "books.copies", "removed (GET /3/book/{}/copies)") in absorbed.said()
    assert "- `_async/books.py: Books.copies` (called `books.copies`)" in absorbed.report
    assert absorbed.report.index("## Breaking") < absorbed.report.index("## Decided automatically")


def test_new_field_in_a_known_shape(tmp_path: Path, upstream: Json) -> None:
    """A new field is optional wherever its shape is used, and breaks nothing."""
    fields = schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]
    fields["pages"] = {"type": "integer"}
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["Book"]["properties"]["pages"] == {"type": ["integer", "null"]}
    assert absorbed.said() == {(False, "Book.pages", "new, integer or null")}
    assert "`Book.pages`: new, integer" in absorbed.report


def test_new_field_of_a_union(tmp_path: Path, upstream: Json) -> None:
    """A field that no kind of a union knows may belong to each of them."""
    fields = schema_of(upstream, "/3/search/all")["properties"]["results"]["items"]["properties"]
    fields["pages"] = {"type": "integer"}
    absorbed = Absorbed(tmp_path, upstream)
    assert {where for _, where, _ in absorbed.said()} == {"Essay.pages", "Novel.pages"}


def test_new_inline_shape(tmp_path: Path, upstream: Json) -> None:
    """An object of unknown keys is named after where it stands; one of known keys is what it is elsewhere."""
    fields = schema_of(upstream, "/3/book/{book_id}")["properties"]
    fields["reviews"] = {"type": "array", "items": {"type": "object", "properties": {"stars": {"type": "integer"}}}}
    fields["editor"] = copy.deepcopy(fields["author"])
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["BookDetails"]["properties"]["reviews"]["items"]["$ref"].endswith("/BookDetailsReview")
    assert absorbed.schemas["BookDetails"]["properties"]["editor"]["anyOf"][0]["$ref"].endswith("/Author")
    assert "`BookDetailsReview`: named automatically: stars" in absorbed.report


def test_changed_scalar(tmp_path: Path, upstream: Json) -> None:
    """A field takes the type that the document says now, and still the one it had."""
    schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]["id"]["type"] = "string"
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["Book"]["properties"]["id"]["type"] == ["integer", "string"]
    assert (True, "Book.id", "integer is now integer or string") in absorbed.said()
    assert "`Book.id`: upstream says string, ours is integer: now integer or string" in absorbed.report


def test_integer_becomes_number(tmp_path: Path, upstream: Json) -> None:
    """Every integer is a number, so a field that can have fractions is a number alone."""
    schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]["id"]["type"] = "number"
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["Book"]["properties"]["id"]["type"] == "number"


def test_changed_structure(tmp_path: Path, upstream: Json) -> None:
    """What becomes an object where a text was, or the other way round, is free JSON: both can be read."""
    fields = schema_of(upstream, "/3/book/{book_id}")["properties"]
    fields["title"] = {"type": "object", "properties": {"en": {"type": "string"}}}
    fields["author"] = {"type": "string"}
    fields["tags"] = {"type": "string"}
    absorbed = Absorbed(tmp_path, upstream)
    properties = absorbed.schemas["BookDetails"]["properties"]
    assert all(properties[key]["x-json"] for key in ("title", "author", "tags"))
    assert (True, "BookDetails.author", "Author or null is now any JSON") in absorbed.said()


def test_changed_answer(tmp_path: Path, upstream: Json) -> None:
    """A whole answer that becomes a list gets a type of its own."""
    page = schema_of(upstream, "/3/search/book")
    items = page["properties"]["results"]
    upstream["paths"]["/3/search/book"]["get"]["responses"]["200"]["content"]["application/json"]["schema"] = items
    absorbed = Absorbed(tmp_path, upstream)
    assert (True, "search.books", "answers array of Book, not BookPage") in absorbed.said()


def test_changed_vocabulary(tmp_path: Path, upstream: Json) -> None:
    """A parameter's words are the document's: new ones come, old ones go."""
    for parameter in upstream["paths"]["/3/search/book"]["get"]["parameters"]:
        if parameter["name"] == "sort_by":
            parameter["schema"]["enum"] = ["title.asc", "score.desc"]
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["BookSortBy"]["enum"] == ["title.asc", "score.desc"]
    assert absorbed.said() == {
        (True, "BookSortBy", "`title.desc` removed"),
        (False, "BookSortBy", "`score.desc` new"),
    }


def test_new_vocabulary(tmp_path: Path, upstream: Json) -> None:
    """A vocabulary that is not listed is named after its operation, and shared by equal parameters."""
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


def test_renamed_path_parameter(tmp_path: Path, upstream: Json) -> None:
    """The operation is found by its path whatever its parameter is called."""
    item = upstream["paths"].pop("/3/book/{book_id}/copies")
    item["get"]["parameters"][0]["name"] = "id"
    upstream["paths"]["/3/book/{id}/copies"] = item
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.after.document["paths"]["/3/book/{id}/copies"]["get"]["operationId"] == "books_copies"
    assert absorbed.said() == {(True, "books.copies(book_id)", "is now called `id`")}
    assert absorbed.after.notes == []


def test_renamed_query_parameter(tmp_path: Path, upstream: Json) -> None:
    """A renamed query parameter is one that goes and one that comes."""
    upstream["paths"]["/3/search/book"]["get"]["parameters"][0]["name"] = "text"
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.said() == {
        (True, "search.books(query)", "removed"),
        (True, "search.books(text)", "new, required"),
    }


def test_parameter_becomes_required(tmp_path: Path, upstream: Json) -> None:
    """A parameter that was optional and is required breaks; the other way round does not."""
    upstream["paths"]["/3/search/all"]["get"]["parameters"][0]["required"] = True
    upstream["paths"]["/3/search/book"]["get"]["parameters"][0]["required"] = False
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.said() == {
        (True, "search.all(query)", "now required"),
        (False, "search.books(query)", "no longer required"),
    }


def test_renamed_operation_id(tmp_path: Path, upstream: Json) -> None:
    """TMDB's operationIds are accidents: nothing of ours depends on them."""
    upstream["paths"]["/3/book/{book_id}"]["get"]["operationId"] = "details-copy"
    assert Absorbed(tmp_path, upstream).changes == []


def test_order_does_not_matter(tmp_path: Path, upstream: Json) -> None:
    """Paths, parameters and fields in another order are the same contract."""
    upstream["paths"] = dict(reversed(upstream["paths"].items()))
    upstream["paths"]["/3/search/book"]["get"]["parameters"].reverse()
    schema = schema_of(upstream, "/3/search/book")
    schema["properties"] = dict(reversed(schema["properties"].items()))
    assert prepared(tmp_path, upstream).document == prepared(tmp_path).document


def test_new_request_body(tmp_path: Path, upstream: Json) -> None:
    """A body that the document describes is taken as described, its required fields included."""
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


def test_field_that_is_gone_stays(tmp_path: Path, upstream: Json) -> None:
    """What the document no longer lists, TMDB may still send: our shape keeps it."""
    del schema_of(upstream, "/3/search/book")["properties"]["results"]["items"]["properties"]["title"]
    assert Absorbed(tmp_path, upstream).changes == []


def test_schemas_behind_references(tmp_path: Path, upstream: Json) -> None:
    """A document that moves its inline shapes into components says the same as before."""
    schema = schema_of(upstream, "/3/search/book")
    upstream["components"] = {"schemas": {"row": schema["properties"]["results"]["items"]}}
    schema["properties"]["results"]["items"] = {"$ref": "#/components/schemas/row"}
    assert Absorbed(tmp_path, upstream).changes == []


def test_more_evidence_breaks_nothing(tmp_path: Path) -> None:
    """A field that can no longer be null is good news for a reader; the other way round breaks."""
    thin = prepared(tmp_path).document
    thick = prepared(tmp_path, evidence={"components": {"Book": {"title": observed(20)}}}).document
    assert [(one.breaking, one.where) for one in user_changes(thin, thick)] == [(False, "Book.title")]
    assert [(one.breaking, one.where) for one in user_changes(thick, thin)] == [(True, "Book.title")]
