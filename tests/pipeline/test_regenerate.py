"""Tests of the command `python -m scripts.regenerate`."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.json_io import InputError, Json, load
from scripts.regenerate import __main__ as regenerate
from scripts.regenerate import build
from scripts.regenerate.read.replacement import check_replacement
from tests.once import Once
from tests.pipeline.small import document, schema_of, write_project
from tests.type_checks import type_errors

ROOT = Path(__file__).resolve().parents[2]
Files = dict[str, bytes]


def outputs(root: Path) -> Files:
    """Return every generated file of a project by its path."""
    places = [root / "openapi/upstream", root / "openapi/tmdb.json", root / "generated"]
    found = [path for place in places for path in ([place] if place.is_file() else sorted(place.rglob("*")))]
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in found
        if path.is_file() and "__pycache__" not in path.parts
    }


def upstream(folder: Path, change: Callable[[Json], None] | None = None) -> Path:
    """Write the small document with a change to a file."""
    content = document()
    if change:
        change(content)
    path = folder / "library.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory, once: Once) -> Path:
    """Return a project with generated outputs, which tests copy."""

    def build_project() -> Path:
        root = write_project(tmp_path_factory.mktemp("built"))
        assert regenerate.main(["--quick", "--v3", str(upstream(tmp_path_factory.mktemp("input")))], root) == 0
        return root

    return once("built", build_project)


@pytest.fixture
def project(built: Path, tmp_path: Path) -> Path:
    """Return a copy of the project for a test."""
    return Path(shutil.copytree(built, tmp_path / "project"))


def test_regenerate_writes_snapshot_document_and_bindings(project: Path) -> None:
    files = outputs(project)
    assert {"openapi/upstream/v3.json", "openapi/upstream/lock.toml", "openapi/tmdb.json"} <= files.keys()
    assert "generated/tmdb_bindings/api/books/details.py" in files
    assert sorted(path.name for path in project.iterdir()) == ["generated", "openapi", "tmdb_facade"]


@pytest.mark.usefixtures("mypy_cache")
def test_bindings_pass_mypy_strict(project: Path) -> None:
    assert type_errors(project / "generated") == ""


def test_check_passes_after_regenerate(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = outputs(project)
    assert regenerate.main(["--check"], project) == 0
    assert outputs(project) == before
    assert capsys.readouterr().out.startswith("6 operations (in TMDB's documents: v3 6), ")


EDITED = [
    "openapi/upstream/v3.json",
    "openapi/upstream/lock.toml",
    "openapi/tmdb.json",
    "generated/tmdb_bindings/operations.py",
    "generated/tmdb_bindings/models/book.py",
    "generated/tmdb_bindings/py.typed",
]


def test_check_finds_an_edit_of_any_file(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Compared without running the generator for each file.
    fresh = project.parent / "fresh"
    shutil.copytree(project, fresh)
    for name in outputs(project):
        path = project / name
        content = path.read_bytes()
        path.write_bytes(content[:-1] + b"~" if content else b"~")
        assert f"{name}: differs" in build.differences(fresh, project)
        path.write_bytes(content)
    assert build.differences(fresh, project) == []
    for name in EDITED[:2]:
        path = project / name
        content = path.read_bytes()
        path.write_bytes(content.replace(b"book", b"bool", 1) if b"book" in content else content.replace(b"3", b"4", 1))
        assert regenerate.main(["--check"], project) == 1
        assert Path(name).name in capsys.readouterr().err
        path.write_bytes(content)


def test_check_names_edited_added_and_removed_files(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bindings = project / "generated/tmdb_bindings"
    (bindings / "operations.py").write_bytes((bindings / "operations.py").read_bytes().replace(b"books", b"boots", 1))
    (bindings / "models/book.py").unlink()
    (bindings / "models/extra.py").touch()
    assert regenerate.main(["--check"], project) == 1
    found = [line.removeprefix("regenerate --check: ") for line in capsys.readouterr().err.splitlines()]
    assert found == [
        "generated/tmdb_bindings/models/book.py: missing",
        "generated/tmdb_bindings/models/extra.py: not generated",
        "generated/tmdb_bindings/operations.py: differs",
        "run `make regenerate`",
    ]


def test_check_fails_for_a_stale_action(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A regeneration succeeds and reports it."""
    overlay = project / "openapi/overlays/v3/10-types.yaml"
    overlay.write_text(overlay.read_text(encoding="utf-8").replace("book_id}'].get", "gone}/x'].get"), encoding="utf-8")
    assert regenerate.main(["--check"], project) == 1
    assert "stale overlay action: v3/10-types.yaml action 1" in capsys.readouterr().err
    assert regenerate.main(["--quick"], project) == 0
    assert "## Stale overlay actions" in capsys.readouterr().out


@pytest.mark.parametrize(
    "content", ["", "<html>", '{"swagger": "2.0"}', '{"openapi": "3.1.0", "info": {}, "paths"', "[]", '{"a": 1}']
)
def test_invalid_input_changes_nothing_and_exits_2(
    project: Path, content: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = outputs(project)
    wrong = project.parent / "wrong.json"
    wrong.write_text(content, encoding="utf-8")
    assert regenerate.main(["--v3", str(wrong)], project) == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("regenerate: wrong.json: ")
    assert captured.err.count("\n") == 1
    assert captured.out == ""
    assert outputs(project) == before
    assert sorted(path.name for path in project.iterdir()) == ["generated", "openapi", "tmdb_facade"]


@pytest.mark.parametrize("place", ["http://127.0.0.1:1/a.json", "nowhere.json"])
def test_unreachable_input_exits_2(project: Path, place: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = outputs(project)
    assert regenerate.main(["--v3", place], project) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert outputs(project) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            "--v4",
            "library.json: not TMDB's v4 document: 0 of 5 paths begin with /4/; pass --force to use it nevertheless",
        ),
        (
            "--v3",
            "library.json: lacks 1 of 6 committed operations (GET /3/shelves); pass --force to use it nevertheless",
        ),
    ],
)
def test_wrong_or_incomplete_document_changes_nothing(
    project: Path, arguments: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = outputs(project)
    changed = upstream(project.parent, lambda content: content["paths"].pop("/3/shelves"))
    assert regenerate.main([arguments, str(changed)], project) == 2
    assert capsys.readouterr().err == f"regenerate: {message}\n"
    assert outputs(project) == before


def test_other_api_names_the_lost_operations(project: Path) -> None:
    committed = load(project / "openapi/upstream/v3.json")
    other = {**committed, "paths": {"/pets": committed["paths"]["/3/shelves"]}}
    with pytest.raises(InputError, match=r"v3 document: 0 of 1 .* lacks 6 of 6 .*/copies, .* and 1 more\)"):
        check_replacement("v3", "pets.json", other, committed)


def test_missing_snapshot_exits_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert regenerate.main([], write_project(tmp_path)) == 2
    assert "pass --v3 and --v4" in capsys.readouterr().err


def test_failed_swap_restores_all_outputs(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = outputs(project)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name == "tmdb_bindings" and ".regenerate-" in str(self) and "replaced" not in self.parts:
            raise OSError("disk full")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    schema_changed = upstream(project.parent, lambda content: content["paths"].pop("/3/shelves"))
    assert regenerate.main(["--quick", "--v3", str(schema_changed), "--force"], project) == 1
    assert outputs(project) == before


def _everything(content: Json) -> None:
    """Change the document in every way at once."""
    content["paths"]["/3/book/{id}"] = content["paths"].pop("/3/book/{book_id}")
    operation = content["paths"]["/3/book/{id}"]["get"]
    operation["operationId"] = "details-copy"
    operation["parameters"][0]["name"] = "id"
    schema_of(content, "/3/book/{id}")["properties"]["score"] = {"type": "string"}
    schema_of(content, "/3/book/{id}")["properties"]["reviews"] = {
        "type": "array",
        "items": {"type": "object", "properties": {"class": {"type": "integer"}, "2fa": {"type": "string"}}},
    }
    author = schema_of(content, "/3/book/{id}")["properties"]["author"]
    schema_of(content, "/3/book/{id}")["properties"]["author"] = {"type": ["array", "string"], "items": author}
    deep: Json = {"type": "string"}
    for level in range(60):
        deep = {"type": "object", "properties": {"child": deep, f"level_{level}": {"type": "integer"}}}
    schema_of(content, "/3/book/{id}")["properties"]["deep"] = deep
    content["paths"]["/3/search/book"]["get"]["parameters"][2]["schema"]["enum"] = ["score.desc", "", "a-b"]
    content["paths"]["/3/author/{id}/import"] = {"get": {**operation, "operationId": "x"}}
    del content["paths"]["/3/book/{book_id}/copies"]


#: Decodes each choice of a field, on the fast path and, with a title of a wrong type, on the slow one.
DECODE = """
from tmdb_bindings.api.author import import_
from tmdb_bindings.models import Author, BookDetails
from tmdb_bindings.runtime import Drift, decode
import_.request(1)
for title in ('"Emma"', '[]'):
    for text, author in (('"Jane"', "Jane"), ("null", None), ('{"id": 7}', Author(id=7)), ('[{"id": 7}]', [Author(id=7)])):
        deep = '{"child": ' * 59 + '{"level_0": 0}' + "}" * 59
        body = f'{{"id": 1, "title": {title}, "author": {text}, "deep": {deep}}}'.encode()
        book = decode(body, BookDetails, operation="a", drift=Drift("ignore"))
        assert book.author == author, text
        for _ in range(59):
            book.deep = book.deep.child
        assert book.deep.level_0 == 0
"""


@pytest.mark.usefixtures("mypy_cache")
def test_many_changes_at_once_give_working_bindings(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = project.parent / "report.md"
    # Without its check of the types, which is below.
    arguments = ["--quick", "--v3", str(upstream(project.parent, _everything)), "--force", "--report", str(report)]
    assert regenerate.main(arguments, project) == 0
    assert "named automatically" in capsys.readouterr().out
    text = report.read_text(encoding="utf-8")
    assert text.index("## Breaking") < text.index("## Compatible") < text.index("## Automatic decisions")
    assert "uses an old name of a path parameter" in text
    path = f"{project / 'generated'}"
    subprocess.run([sys.executable, "-c", DECODE], check=True, env={**os.environ, "PYTHONPATH": path})
    assert type_errors(project / "generated") == ""


def test_output_leaves_the_project_unchanged(project: Path, tmp_path: Path) -> None:
    before = outputs(project)
    changed = upstream(project.parent, lambda content: content["paths"].pop("/3/shelves"))
    arguments = ["--quick", "--v3", str(changed), "--force", "--output", str(tmp_path / "out")]
    assert regenerate.main(arguments, project) == 0
    assert outputs(project) == before
    assert "/3/shelves" not in load(tmp_path / "out/openapi/tmdb.json")["paths"]


def test_output_does_not_depend_on_the_hash_seed(project: Path, tmp_path: Path) -> None:
    code = "import sys, pathlib; from scripts.regenerate.__main__ import main; sys.exit(main(['--quick', '--output', sys.argv[2]], pathlib.Path(sys.argv[1])))"
    made: list[Files] = []
    for seed in ("1", "2"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)}
        command = [sys.executable, "-c", code, str(project), str(tmp_path / seed)]
        subprocess.run(command, check=True, env=environment, capture_output=True)
        made.append(outputs(tmp_path / seed))
    assert made[0] == made[1] == outputs(project)


def test_report_names_facade_methods_of_a_removed_operation(tmp_path: Path, root: Path) -> None:
    """The package can still be imported."""
    content = load(root / "openapi/upstream/v3.json")
    del content["paths"]["/3/movie/popular"]
    arguments = tmp_path / "v3.json"
    arguments.write_text(json.dumps(content), encoding="utf-8")
    report = tmp_path / "report.md"
    options = ["--quick", "--v3", str(arguments), "--output", str(tmp_path), "--report", str(report)]
    assert regenerate.main(options, root) == 0
    line = "AsyncMovieListsResource.popular` (uses `movies.popular`): `movies.popular`: removed, GET /3/movie/popular"
    assert line in report.read_text(encoding="utf-8")
    code = "import tmdb_facade; tmdb_facade.TMDB(access_token='a').movies.popular"
    environment = {**os.environ, "PYTHONPATH": f"{tmp_path / 'generated'}{os.pathsep}{root}"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)


@pytest.mark.conformance
@pytest.mark.usefixtures("mypy_cache")
def test_earlier_document_gives_working_bindings(openapi_documents: Path, tmp_path: Path, root: Path) -> None:
    earlier = openapi_documents / "tmdb-v3.2025-10-03.json"
    report = tmp_path / "report.md"
    arguments = ["--quick", "--v3", str(earlier), "--output", str(tmp_path), "--report", str(report)]
    assert regenerate.main(arguments, root) == 0
    assert load(tmp_path / "openapi/tmdb.json")["paths"].keys() == load(root / "openapi/tmdb.json")["paths"].keys()
    text = report.read_text(encoding="utf-8")
    assert "AsyncCreditsResource.details` (uses `credits.details`): `credits.details(language)`: removed" in text
    assert type_errors(tmp_path / "generated") == ""


@pytest.mark.conformance
def test_committed_outputs_match_tmdbs_documents(openapi_documents: Path, tmp_path: Path, root: Path) -> None:
    arguments = [
        "--quick",
        *("--v3", str(openapi_documents / "tmdb-v3.2026-03-23.json")),
        *("--v4", str(openapi_documents / "tmdb-v4.2025-04-23.json")),
    ]
    assert regenerate.main([*arguments, "--output", str(tmp_path), "--report", str(tmp_path / "report.md")], root) == 0
    assert build.differences(tmp_path, root) == []


def test_missing_dependencies_are_one_line(root: Path) -> None:
    # Without site-packages, as in an environment without the development dependencies.
    command = [
        sys.executable,
        "-I",
        "-S",
        "-c",
        f"import sys; sys.path.insert(0, {str(root)!r}); import scripts.regenerate",
    ]
    result = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert result.returncode == 1
    assert result.stderr.startswith("regenerate: httpx, jinja2, jsonpath, ")
    assert result.stderr.count("\n") == 1
