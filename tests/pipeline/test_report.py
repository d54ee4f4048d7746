"""Tests of the report: changes of TMDB's documents, the next version and JSON."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.json_io import Json
from scripts.regenerate import __main__ as regenerate
from scripts.regenerate.build import Build, Committed
from scripts.regenerate.report.markdown import prose
from scripts.regenerate.report.render import RegenerationReport, make_report
from scripts.regenerate.report.user_changes import UserChange, user_changes
from scripts.regenerate.report.versions import next_version
from tests.pipeline.small import document, observed, prepared, schema_of, write_project

EVIDENCE: Json = {"components": {"Book": {"title": observed(20), "score": observed(7)}}}


def report_of(folder: Path, change: Callable[[Json], object]) -> RegenerationReport:
    """Return the report of a change of the small document."""
    changed = document()
    change(changed)
    before, after = prepared(folder, evidence=EVIDENCE), prepared(folder, changed, EVIDENCE)
    committed = Committed({"v3": document()}, before.document)
    return make_report(committed, Build({"v3": changed}, after.document, after.notes, [], EVIDENCE), {}, "1.2.3")


def lines_of(report: RegenerationReport, title: str) -> list[str]:
    """Return the lines of a section of the report."""
    section = report.markdown().partition(f"### {title}\n")[2].partition("\n#")[0]
    return [line.removeprefix("- ") for line in section.splitlines() if line]


def row(content: Json) -> Json:
    """Return the fields of a found book."""
    fields: Json = schema_of(content, "/3/search/book")["properties"]["results"]["items"]["properties"]
    return fields


def operation(content: Json) -> Json:
    """Return the operation that searches for books."""
    found: Json = content["paths"]["/3/search/book"]["get"]
    return found


def test_unchanged_document_has_no_section(tmp_path: Path) -> None:
    report = report_of(tmp_path, lambda _: None)
    assert (report.upstream, report.changes, report.version.change) == ([], [], "none")
    assert "TMDB's documents" not in report.markdown()


def test_removed_field_is_kept_because_of_recorded_answers(tmp_path: Path) -> None:
    report = report_of(tmp_path, lambda content: row(content).pop("title"))
    assert report.changes == []
    assert report.version.next == "1.2.4"
    assert lines_of(report, "No longer in the document") == [
        "`answer.results[].title` (string) of `GET /3/search/book`; kept in the bindings: `Book.title`, because 20 recorded "
        "answers since 2023 contain it"
    ]


def test_field_has_the_name_of_its_attribute(tmp_path: Path) -> None:
    report = report_of(tmp_path, lambda content: row(content).update({"class": {"type": "string"}}))
    assert lines_of(report, "New in the document") == [
        "`answer.results[].class` (string) of `GET /3/search/book`; the bindings follow: `Book.class_`"
    ]
    assert [change.where for change in report.changes or ()] == ["Book.class_"]


@pytest.mark.parametrize(
    ("name", "span"),
    [
        ("a\nb\r\u2028c", "`answer.results[].a\\nb\\r\\u2028c`"),
        ("tick`s", "``answer.results[].tick`s``"),
        ("``", "``` answer.results[].`` ```"),
        ("<!-- | **", "`answer.results[].<!-- | **`"),
        ("", "`answer.results[].`"),
    ],
)
def test_name_of_any_characters_is_in_one_line(tmp_path: Path, name: str, span: str) -> None:
    report = report_of(tmp_path, lambda content: row(content).update({name: {"type": "object"}}))
    assert [line.split(" (object)")[0] for line in lines_of(report, "New in the document")] == [span]
    plain = report_of(tmp_path, lambda content: row(content).update({"plain": {"type": "object"}}))
    assert len(report.markdown().splitlines()) == len(plain.markdown().splitlines())


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "named automatically: id, known_for, _x_, <!--, a\nb",
            "named automatically: id, known_for, \\_x\\_, \\<!--, a\\\\nb",
        ),
        ("uses `__class__`, not `` ` ``, for tick`s", "uses `__class__`, not `` ` ``, for tick\\`s"),
    ],
)
def test_prose_shows_markup_in_names_as_it_is(text: str, line: str) -> None:
    assert prose(text) == line


def test_renamed_field_is_a_marked_guess(tmp_path: Path) -> None:
    def change(content: Json) -> None:
        row(content)["rating"] = row(content).pop("score")

    report = report_of(tmp_path, change)
    assert [(one.kind, one.address[-1], one.guess) for one in report.upstream] == [
        ("added", ".rating", ".score"),
        ("removed", ".score", ".rating"),
    ]
    assert "possibly renamed to `.rating` (a guess, because both have the same content)" in report.markdown()


def test_known_field_is_no_guess_for_a_renamed_one(tmp_path: Path) -> None:
    def change(content: Json) -> None:
        schema_of(content, "/3/search/all")["properties"]["results"]["items"]["properties"].pop("score")
        row(content)["published"] = row(content).pop("score")

    assert {one.guess for one in report_of(tmp_path, change).upstream} == {""}


def test_equal_changes_of_several_operations_are_one_line(tmp_path: Path) -> None:
    def change(content: Json) -> None:
        for path in ("/3/search/book", "/3/book/{book_id}/copies"):
            content["paths"][path]["get"]["responses"]["404"] = {}

    assert lines_of(report_of(tmp_path, change), "New in the document") == [
        "`answer 404` of `GET /3/book/{}/copies`, `GET /3/search/book`; not a part of the bindings"
    ]


def test_key_of_a_map_is_named_as_a_key(tmp_path: Path) -> None:
    def change(content: Json) -> None:
        prices = schema_of(content, "/3/book/{book_id}")["properties"]["prices"]["properties"]
        prices |= {"AT": {"type": "number"}, "CH": {"type": "number"}}

    assert lines_of(report_of(tmp_path, change), "New in the document") == [
        "`answer.prices.*` for `AT`, `CH` (number) of `GET /3/book/{}`; the bindings had it before: `BookDetails.prices.*`"
    ]


MOVES: list[tuple[Callable[[Json], object], str]] = [
    (
        lambda content: content.update(servers=[{"url": "https://books.example"}]),
        "`v3 servers`: `https://library.example` is now `https://books.example`; the bindings keep "
        "`https://api.themoviedb.org`: `openapi/tmdb.json`",
    ),
    (
        lambda content: operation(content).update(operationId="other"),
        "`operationId` of `GET /3/search/book`: `search-book` is now `other`; not a part of the bindings",
    ),
    (
        lambda content: operation(content)["responses"].update({"202": operation(content)["responses"].pop("200")}),
        "`answer 202` of `GET /3/search/book`: `answer 200` is now `answer 202`; the bindings follow: `search.books`",
    ),
    (
        lambda content: operation(content)["responses"]["200"].update(
            content={"text/html": operation(content)["responses"]["200"]["content"]["application/json"]}
        ),
        "`answer text/html` of `GET /3/search/book`: `application/json` is now `text/html`; the bindings keep `BookPage`: "
        "`search.books: answer`",
    ),
    (
        lambda content: content["paths"].update({"/3/find/book": content["paths"].pop("/3/search/book")}),
        "`GET /3/search/book` is now `GET /3/find/book`; the bindings follow: `find.book`",
    ),
]


@pytest.mark.parametrize(("change", "line"), MOVES)
def test_moved_address_is_reported(tmp_path: Path, change: Callable[[Json], object], line: str) -> None:
    assert lines_of(report_of(tmp_path, change), "Moved") == [line]


def test_moved_operation_that_keeps_its_name_is_no_change_for_users(tmp_path: Path) -> None:
    before = prepared(tmp_path).document
    after = copy.deepcopy(before)
    after["paths"]["/3/find/book"] = after["paths"].pop("/3/search/book")
    assert user_changes(before, after) == []
    removed = after["paths"]["/3/find/book"]["get"]["parameters"].pop()["name"]
    assert [change.where for change in user_changes(before, after)] == [f"search.books({removed})"]


def test_type_that_the_reviewed_data_decides_is_reported(tmp_path: Path) -> None:
    report = report_of(
        tmp_path, lambda content: operation(content)["parameters"][1]["schema"].update(minimum=1, default=2)
    )
    assert [(one.kind, one.place, one.before, one.after) for one in report.upstream] == [
        ("changed", "query parameter page default", "1", "2"),
        ("added", "query parameter page minimum", "", "1"),
    ]


def test_deprecated_operation_is_a_minor_change(tmp_path: Path) -> None:
    report = report_of(tmp_path, lambda content: operation(content).update(deprecated=True))
    assert report.changes == [UserChange(False, "Operations", "search.books", "deprecated by TMDB")]
    assert lines_of(report, "Deprecated") == ["`GET /3/search/book`; the bindings follow: `search.books`"]
    assert (report.version.change, report.version.next) == ("minor", "1.3.0")


def test_deprecated_parameter_is_reported(tmp_path: Path) -> None:
    report = report_of(tmp_path, lambda content: operation(content)["parameters"][0].update(deprecated=True))
    assert lines_of(report, "Deprecated") == [
        "`query parameter query deprecated` of `GET /3/search/book`; not a part of the bindings"
    ]


def test_texts_examples_and_defaults_of_answers_are_no_changes(tmp_path: Path) -> None:
    def change(content: Json) -> None:
        operation(content)["summary"] = "Other."
        row(content)["title"] |= {"default": "", "example": "Persuasion", "description": "Prose."}

    assert report_of(tmp_path, change).upstream == []


def test_reference_and_nullable_of_another_version_are_no_changes(tmp_path: Path) -> None:
    def change(content: Json) -> None:
        fields = row(content)
        content["components"] = {"schemas": {"a/b": copy.deepcopy(fields["title"])}}
        fields["title"] = {"allOf": [{"$ref": "#/components/schemas/a~1b"}]}
        fields["score"] = {"anyOf": [{"type": "integer"}]}

    assert report_of(tmp_path, change).upstream == []


BREAKING = UserChange(True, "Fields", "A.b", "removed")
COMPATIBLE = UserChange(False, "Fields", "A.b", "new")


@pytest.mark.parametrize(
    ("current", "changes", "is_regenerated", "change", "version"),
    [
        ("1.2.3", [COMPATIBLE, BREAKING], True, "major", "2.0.0"),
        ("1.2.3", [COMPATIBLE], True, "minor", "1.3.0"),
        ("1.2.3", [], True, "patch", "1.2.4"),
        ("1.2.3", [], False, "none", "1.2.3"),
        ("0.1.0", [BREAKING], True, "major", "0.2.0"),
        ("0.1.0", [COMPATIBLE], True, "minor", "0.2.0"),
        ("", [BREAKING], True, "major", ""),
    ],
)
def test_next_version_follows_semantic_versioning(
    current: str, changes: list[UserChange], is_regenerated: bool, change: str, version: str
) -> None:
    found = next_version(current, changes, is_regenerated=is_regenerated)
    assert (found.change, found.next) == (change, version)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a project with a version and outputs, and a changed document beside it."""
    root = write_project(tmp_path / "project")
    (root / "pyproject.toml").write_text('[project]\nversion = "1.2.3"\n', encoding="utf-8")
    (tmp_path / "a.json").write_text(json.dumps(document()), encoding="utf-8")
    assert regenerate.main(["--quick", "--v3", str(tmp_path / "a.json")], root) == 0
    content = document()
    row(content)["pages"] = {"type": "integer"}
    (tmp_path / "b.json").write_text(json.dumps(content), encoding="utf-8")
    return root


def test_json_is_the_report_as_data(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    arguments = ["--quick", "--v3", str(project.parent / "b.json")]
    assert regenerate.main([*arguments, "--output", str(project.parent / "out"), "--json"], project) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["version"] == {"current": "1.2.3", "change": "minor", "next": "1.3.0"}
    assert [change["where"] for change in data["changes"]] == ["Book.pages"]
    assert [(one["kind"], one["address"][-1], one["effect"]) for one in data["upstream"]] == [
        ("added", ".pages", "followed")
    ]
    target = project.parent / "report.json"
    assert regenerate.main([*arguments, "--json", str(target)], project) == 0
    assert json.loads(target.read_text(encoding="utf-8")) == data
    assert "the next version is 1.3.0" in capsys.readouterr().out
