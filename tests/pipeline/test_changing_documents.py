"""Tests that changes of TMDB's document are merged automatically and reported."""

from __future__ import annotations

import copy
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.json_io import Json, dump
from scripts.regenerate.build import Build, Committed
from scripts.regenerate.correct.prepare import Preparation
from scripts.regenerate.report.facade import facade_calls
from scripts.regenerate.report.render import RegenerationReport, make_report
from scripts.regenerate.report.user_changes import UserChange, user_changes
from scripts.regenerate.write.endpoint_facts import endpoint_facts
from tests.pipeline.small import BOOK, COMPONENTS, document, observed, prepared, schema_of, write_project

FACADE = """
class Books(Resource):
    async def copies(self, book_id: int):
        return await self._requester.call(api.books.copies, book_id)

    async def lend(self, book_id: int, days: int):
        return await self._requester.call(api.books.lend, book_id, {"days": days}, session_id=None)

    def search(self, query: str):
        endpoint = api.search.books
        return self._paginate(endpoint, query=query).items()

    def search_all(self, query: str):
        \"\"\"Search books and authors, not books only as with api.search.books.\"\"\"
        return pages(self._requester, api.search.all, query)
"""


def facade(folder: Path) -> Path:
    """Write a facade with methods for the small document."""
    (folder / "_async").mkdir(exist_ok=True)
    (folder / "_async/books.py").write_text(FACADE, encoding="utf-8")
    return folder


def rewrite_component(folder: Path, changes: Json) -> None:
    """Write the reviewed data with a changed component of book details."""
    path = write_project(folder / "reviewed") / "openapi/components/books.yaml"
    details = {**COMPONENTS["BookDetails"], **changes}
    path.write_text(dump({"schemas": {**COMPONENTS, "BookDetails": details}}), encoding="utf-8")


class Absorbed:
    """The prepared document before and after an upstream change, with the changes and the report."""

    def __init__(self, folder: Path, changed: Json, evidence: Json | None = None) -> None:
        before = prepared(folder, evidence=evidence)
        self.after: Preparation = prepared(folder, changed, evidence)
        self.schemas: Json = self.after.document["components"]["schemas"]
        result = Build({"v3": changed}, self.after.document, self.after.notes, [], evidence=evidence or {})
        calls = facade_calls(facade(folder))
        self.data: RegenerationReport = make_report(
            Committed({"v3": document()}, before.document), result, calls, "1.2.3"
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


AWARDS: Json = {
    "type": "object",
    "properties": {"id": {"type": "integer"}, "awards": {"type": "array", "items": {"type": "string"}}},
}


def _with_awards(upstream: Json, path: str, answer: Json) -> None:
    """Add an operation below a book, and let the details of a book accept blocks."""
    details = upstream["paths"]["/3/book/{book_id}"]["get"]
    details["parameters"].append({"name": "append_to_response", "in": "query", "schema": {"type": "string"}})
    operation = copy.deepcopy(details)
    operation["responses"]["200"]["content"]["application/json"]["schema"] = answer
    upstream["paths"][path] = {"get": operation}


@pytest.mark.parametrize(
    ("path", "block"),
    [
        ("/3/book/{book_id}/awards", "awards"),
        ("/3/book/{id}/awards/won", "awards/won"),
        ("/3/book/{book_id}/awards/{year}", None),
        ("/3/book/{book_id}/author", None),
        ("/3/author/{author_id}/awards", None),
        ("/3/shelf/awards", None),
    ],
)
def test_new_operation_below_details_is_appendable(
    tmp_path: Path, upstream: Json, path: str, block: str | None
) -> None:
    """A path with another parameter, and one with the name of a field of the details, cannot be a block."""
    _with_awards(upstream, path, AWARDS)
    absorbed = Absorbed(tmp_path, upstream)
    details = absorbed.after.document["paths"]["/3/book/{book_id}"]["get"]
    made = absorbed.after.document["paths"][path]["get"]
    blocks = absorbed.schemas["BookDetails"]["x-append"]
    assert details["x-operation"]["appendable"] == sorted({"copies", block or "copies"})
    assert made["x-operation"].get("append_parent") == ("books_details" if block else None)
    assert (block in blocks) == bool(block)
    assert ("appendable to `books.details`" in absorbed.report) == bool(block)
    assert ("not appendable: `BookDetails` has a field of this name" in absorbed.report) == path.endswith("author")


def test_new_operation_below_details_with_a_list_is_not_appendable(tmp_path: Path, upstream: Json) -> None:
    _with_awards(upstream, "/3/book/{book_id}/awards", {"type": "array", "items": {"type": "string"}})
    absorbed = Absorbed(tmp_path, upstream)
    assert "`GET /3/book/{}/awards`: not appendable: its answer is not an object" in absorbed.report
    assert list(absorbed.schemas["BookDetails"]["x-append"]) == ["copies"]


def test_appendable_operation_takes_no_component_that_promises_an_id(tmp_path: Path, upstream: Json) -> None:
    """A block has no id."""
    _with_awards(upstream, "/3/book/{book_id}/reprint", BOOK)
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["BookDetails"]["x-append"]["reprint"]["schema"] == "BooksReprint"
    upstream["paths"]["/3/reprint"] = upstream["paths"].pop("/3/book/{book_id}/reprint")
    again = Absorbed(tmp_path, upstream)
    assert "`ReprintDetails`: uses `Book`, which has the same fields" in again.report


@pytest.mark.parametrize("doubt", ["missing", "null", "untyped", "optional", "choice"])
def test_new_operation_takes_no_component_whose_promises_it_may_break(
    tmp_path: Path, upstream: Json, doubt: str
) -> None:
    row: Json = copy.deepcopy(BOOK)
    fields: Json = row["properties"]
    if doubt == "missing":
        del fields["score"]
    elif doubt == "null":
        fields["score"] = {"type": ["integer", "null"]}
    elif doubt == "untyped":
        fields["score"] = {}
    elif doubt == "optional":
        row["required"] = ["id", "title"]
    else:
        row = {"oneOf": [row, {**row, "properties": {"id": fields["id"]}}]}
    upstream["paths"]["/3/podcast/popular"] = copy.deepcopy(upstream["paths"]["/3/search/book"])
    schema_of(upstream, "/3/podcast/popular")["properties"]["results"]["items"] = row
    evidence = {"components": {"Book": {"score": observed(20)}}}
    made = prepared(tmp_path, upstream, evidence)
    answer = made.document["paths"]["/3/podcast/popular"]["get"]["responses"]["200"]["content"]["application/json"]
    assert answer["schema"]["$ref"].endswith("/PodcastPopular")
    # Pagers rely on the counts of a page.
    page = made.document["components"]["schemas"]["PodcastPopular"]
    assert page["required"] == ["page", "total_pages", "total_results"]
    assert (
        made.document["components"]["schemas"]["BookPage"]
        == prepared(tmp_path, None, evidence).document["components"]["schemas"]["BookPage"]
    )


def test_answer_of_several_kinds_is_any_json(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"]["/3/either"] = copy.deepcopy(upstream["paths"]["/3/shelves"])
    schema_of(upstream, "/3/either")["type"] = ["array", "string"]
    assert "`GET /3/either`: array of string or string upstream: now any JSON" in Absorbed(tmp_path, upstream).report


@pytest.mark.parametrize(
    "path", ["/", "//a", "/a?b", "/a/../b", "/a/{b", "/a/{}", "/a/{#}", "/a/{b?}", "/a/{b!c}", "/a/{b:c}"]
)
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
    change = "`books.copies`: removed, GET /3/book/{}/copies"
    line = f"- `{tmp_path.name}/_async/books.py: Books.copies` (uses `books.copies`): {change}"
    assert line in absorbed.report
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


def test_new_field_with_the_name_of_a_block_is_not_added(tmp_path: Path, upstream: Json) -> None:
    """The attribute is the block's."""
    rewrite_component(tmp_path, {"x-append": {"copies": {"schema": "Copies", "operation": "books_copies"}}})
    schema_of(upstream, "/3/book/{book_id}")["properties"]["copies"] = {"type": "integer"}
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.changes == []
    assert "`BookDetails.copies`: not added, integer: the block has this name" in absorbed.report


def test_block_whose_answer_becomes_a_list_is_kept_and_reported(tmp_path: Path, upstream: Json) -> None:
    rewrite_component(tmp_path, {"x-append": {"copies": {"schema": "Copies", "operation": "books_copies"}}})
    content = upstream["paths"]["/3/book/{book_id}/copies"]["get"]["responses"]["200"]["content"]
    content["application/json"]["schema"] = {"type": "array", "items": {"type": "string"}}
    absorbed = Absorbed(tmp_path, upstream)
    details = absorbed.after.document["paths"]["/3/book/{book_id}"]["get"]
    made = absorbed.after.document["paths"]["/3/book/{book_id}/copies"]["get"]
    assert details["x-operation"]["appendable"] == ["copies"]
    assert made["x-operation"]["append_parent"] == "books_details"
    line = "`GET /3/book/{}/copies`: its answer is not an object: the block `copies` of `BookDetails` is still `Copies`"
    assert line in absorbed.report


@pytest.mark.parametrize("name", ["discriminator", "x-append", "x-vocabulary", "properties", "$ref", "items"])
def test_object_in_a_field_with_the_name_of_a_keyword_has_a_component(
    tmp_path: Path, upstream: Json, name: str
) -> None:
    inner = {"type": "object", "properties": {"stars": {"type": "integer"}}}
    schema_of(upstream, "/3/book/{book_id}")["properties"][name] = inner
    absorbed = Absorbed(tmp_path, upstream)
    assert [schema for schema in absorbed.schemas.values() if "stars" in schema.get("properties", {})] != []


def test_details_with_blocks_keep_the_parameter_for_them(tmp_path: Path, upstream: Json) -> None:
    absorbed = Absorbed(tmp_path, upstream)
    details = absorbed.after.document["paths"]["/3/book/{book_id}"]["get"]
    assert [one["name"] for one in details["parameters"]] == ["book_id", "append_to_response", "language"]


def test_unlisted_block_whose_answer_becomes_a_list_is_removed_and_reported(tmp_path: Path, upstream: Json) -> None:
    content = upstream["paths"]["/3/book/{book_id}/copies"]["get"]["responses"]["200"]["content"]
    content["application/json"]["schema"] = {"type": "array", "items": {"type": "string"}}
    absorbed = Absorbed(tmp_path, upstream)
    assert (True, "BookDetails: copies", "removed, Copies") in absorbed.summary()
    assert "`GET /3/book/{}/copies`: not appendable: its answer is not an object" in absorbed.report


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


def test_field_with_another_type_leaves_its_vocabulary(tmp_path: Path, upstream: Json) -> None:
    """Other fields keep it."""
    schema_of(upstream, "/3/book/{book_id}")["properties"]["binding"] = {"type": "string"}
    shelf = schema_of(upstream, "/3/book/{book_id}/copies")["properties"]["copies"]["items"]["properties"]
    shelf["binding"] = {"type": "integer"}
    absorbed = Absorbed(tmp_path, upstream)
    vocabulary = {"anyOf": [{"$ref": "#/components/schemas/Binding"}, {"type": "null"}]}
    assert absorbed.schemas["BookDetails"]["properties"]["binding"] == vocabulary
    assert absorbed.schemas["Copy"]["properties"]["binding"]["type"] == ["integer", "string", "null"]
    assert absorbed.schemas["Binding"]["x-extensible-enum"] == ["hard", "soft"]
    assert absorbed.summary() == {(True, "Copy.binding", "Binding or null is now integer or string or null")}


def test_changed_structure_becomes_a_choice(tmp_path: Path, upstream: Json) -> None:
    """Both the old and the new type are kept. A list of the object keeps the type of the object."""
    fields = schema_of(upstream, "/3/book/{book_id}")["properties"]
    fields["title"] = {"type": "object", "properties": {"en": {"type": "string"}}}
    fields["author"] = {"type": "array", "items": fields["author"]}
    fields["tags"] = {"type": "string"}
    fields["published"] = {"type": "array", "items": {"type": "integer"}}
    fields["score"] = {"type": ["integer", "array"], "items": {"type": "integer"}}
    absorbed = Absorbed(tmp_path, upstream)
    assert {
        (True, "BookDetails.author", "Author or null is now Author or array of Author or null"),
        (True, "BookDetails.title", "string or null is now string or BookDetailsTitle or null"),
        (True, "BookDetails.tags", "array of string is now array of string or string or null"),
        (True, "BookDetails.published", "string (date) or null is now string or array of integer or null"),
        (True, "BookDetails.score", "number or null is now number or array of number or null"),
    } <= absorbed.summary()
    assert "now Author or array of Author" in absorbed.report


def test_object_and_map_at_one_place_become_free_json(tmp_path: Path, upstream: Json) -> None:
    """The decoder supports one type of object at a place."""
    fields = schema_of(upstream, "/3/book/{book_id}")["properties"]
    fields["author"] = {"type": "object", "additionalProperties": fields["author"]}
    fields["prices"] = {"type": "object", "properties": {"low": {"type": "string"}}}
    absorbed = Absorbed(tmp_path, upstream)
    properties = absorbed.schemas["BookDetails"]["properties"]
    assert properties["author"]["x-json"]
    assert properties["prices"]["additionalProperties"] == {"type": ["number", "string"]}


def test_union_that_becomes_another_kind_is_free_json(tmp_path: Path, upstream: Json) -> None:
    fields = schema_of(upstream, "/3/search/all")["properties"]
    fields["results"] = {"type": "string"}
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.schemas["WorkPage"]["properties"]["results"]["x-json"]


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


def _sort_by(upstream: Json) -> Json:
    """Return the parameter that sorts found books."""
    listed = upstream["paths"]["/3/search/book"]["get"]["parameters"]
    found: Json = next(parameter for parameter in listed if parameter["name"] == "sort_by")
    return found


def test_parameter_that_becomes_a_list_keeps_its_enum(tmp_path: Path, upstream: Json) -> None:
    parameter = _sort_by(upstream)
    parameter["schema"] = {"type": "array", "items": {"type": "string", "enum": ["title.asc", "title.desc"]}}
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.summary() == {(True, "search.books(sort_by)", "BookSortBy is now array of BookSortBy")}
    made = _sort_by(absorbed.after.document)
    facts = endpoint_facts(
        "/3/search/book",
        absorbed.after.document["paths"]["/3/search/book"]["get"],
        {"content": {"application/json": {"schema": {}}}},
        absorbed.schemas,
    )
    named = {parameter["name"]: parameter["annotation"] for parameter in facts["query_parameters"]}
    assert made["schema"] == {"type": "array", "items": {"$ref": "#/components/schemas/BookSortBy"}}
    assert named["sort_by"] == "models.BookSortBy | str"


@pytest.mark.parametrize(
    ("words", "kind", "enum"),
    [([1, 2], "integer", [1, 2]), ([-1, 0], "string", ["-1", "0"]), ([1, "a", 0.5], "string", ["1", "a", "0.5"])],
)
def test_enum_has_values_that_a_query_can_contain(
    tmp_path: Path, upstream: Json, words: list[object], kind: str, enum: list[object]
) -> None:
    """Integers of a query are not negative."""
    _sort_by(upstream)["schema"] = {"enum": words}
    made = Absorbed(tmp_path, upstream).schemas["BookSortBy"]
    assert (made["type"], made["enum"]) == (kind, enum)


def test_enum_of_numbers_and_texts_in_different_operations_has_texts(tmp_path: Path, upstream: Json) -> None:
    write_project(tmp_path / "reviewed")
    parameters = ["GET /3/search/book sort_by", "GET /3/search/all page"]
    path = tmp_path / "reviewed/openapi/enums.yaml"
    path.write_text(dump({"BookSortBy": {"parameters": parameters}}), encoding="utf-8")
    _sort_by(upstream)["schema"] = {"type": "integer", "enum": [1, 2]}
    upstream["paths"]["/3/search/all"]["get"]["parameters"][1]["schema"] = {"enum": ["last"]}
    made = Absorbed(tmp_path, upstream).schemas["BookSortBy"]
    assert (made["type"], sorted(made["enum"])) == ("string", ["1", "2", "last"])


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


def _rename_query(upstream: Json) -> None:
    upstream["paths"]["/3/search/book"]["get"]["parameters"][0]["name"] = "text"


def _require_sort(upstream: Json) -> None:
    upstream["paths"]["/3/search/book"]["get"]["parameters"][2]["required"] = True


def _drop_sort(upstream: Json) -> None:
    del upstream["paths"]["/3/search/book"]["get"]["parameters"][2]


def _change_all(upstream: Json) -> None:
    upstream["paths"]["/3/search/all"]["get"]["parameters"][0]["schema"] = {"type": "integer"}


def _require_field(upstream: Json) -> None:
    fields = {"days": {"type": "integer"}, "desk": {"type": "string"}, "RAW_BODY": {"type": "string"}}
    body = upstream["paths"]["/3/book/{book_id}/loan"]["post"]["requestBody"]["content"]["application/json"]
    body["schema"] = {"type": "object", "properties": fields, "required": ["days", "desk"]}


def _lose_field(upstream: Json) -> None:
    _require_field(upstream)
    body = upstream["paths"]["/3/book/{book_id}/loan"]["post"]["requestBody"]["content"]["application/json"]
    del body["schema"]["properties"]["days"]
    body["schema"]["required"] = []


def _change_path_parameter(upstream: Json) -> None:
    upstream["paths"]["/3/book/{book_id}/copies"]["get"]["parameters"][0]["schema"] = {"type": "string"}


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (_rename_query, ["Books.search` (uses `search.books`): `search.books(query)`: removed, string, required"]),
        (
            _require_sort,
            ["Books.search` (uses `search.books`): `search.books(sort_by)`: BookSortBy is now BookSortBy, required"],
        ),
        (_drop_sort, []),
        (_change_all, ["Books.search_all` (uses `search.all`): `search.all(query)`: string is now integer"]),
        (_require_field, ["Books.lend` (uses `books.lend`): `LoanBody.desk`: new, string, required"]),
        (_lose_field, ["Books.lend` (uses `books.lend`): `LoanBody.days`: not in TMDB's document"]),
        (
            _change_path_parameter,
            ["Books.copies` (uses `books.copies`): `books.copies(book_id)`: integer, required is now string, required"],
        ),
    ],
)
def test_report_names_the_methods_that_a_change_breaks(
    tmp_path: Path, upstream: Json, change: Callable[[Json], None], broken: list[str]
) -> None:
    """A method that passes a removed parameter, or lacks one that is required now; all that pass the operation on."""
    change(upstream)
    lines = Absorbed(tmp_path, upstream).report.partition("## Methods of the facade that these changes break")[2]
    found = [line for line in lines.partition("##")[0].splitlines() if line.startswith("- ")]
    expected = [f"- `{tmp_path.name}/_async/books.py: {line}" for line in broken]
    # The parameter that the first change adds is required, too.
    assert [line for line in found if "(text)" not in line] == expected


def test_page_of_a_paged_operation_is_optional(tmp_path: Path, upstream: Json) -> None:
    upstream["paths"]["/3/search/author"] = search = copy.deepcopy(upstream["paths"]["/3/search/book"])
    search["get"]["operationId"] = "search-author"
    (page,) = [parameter for parameter in search["get"]["parameters"] if parameter["name"] == "page"]
    page["required"] = True
    parameters = Absorbed(tmp_path, upstream).after.document["paths"]["/3/search/author"]["get"]["parameters"]
    assert {parameter["name"]: parameter["required"] for parameter in parameters}["page"] is False


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


def test_body_has_no_field_with_the_empty_name(tmp_path: Path, upstream: Json) -> None:
    """pyright does not accept an empty key of a `TypedDict`."""
    content = upstream["paths"]["/3/book/{book_id}/loan"]["post"]["requestBody"]["content"]
    body = content["application/json"]["schema"]
    body.update(properties={"": {"type": "string"}, "days": {"type": "integer"}}, required=["", "days"])
    absorbed = Absorbed(tmp_path, upstream)
    assert absorbed.changes == []
    assert "`LoanBody`: has no field with the empty name, which type checkers do not accept" in absorbed.report


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


def test_example_in_a_docstring_is_no_use_of_an_operation(tmp_path: Path) -> None:
    (tmp_path / "_async").mkdir()
    source = 'def call(endpoint):\n    """Call any operation: `call(api.books.lend)`."""\n'
    (tmp_path / "_async/calls.py").write_text(source, encoding="utf-8")
    assert facade_calls(tmp_path) == {}
