"""What the pipeline makes of a prepared document, and what it refuses."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.regenerate.write.annotations import annotation, is_nullable, python_name
from scripts.regenerate.write.bindings_facts import DocumentError
from scripts.regenerate.write.bindings_view import make_view
from scripts.regenerate.write.generate import GenerateError, generate
from tests.bindings.golden import golden_files, made_files
from tests.bindings.small import DOCUMENT, Small

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "scripts" / "regenerate" / "runtime"


def changed(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Give the small document with a change."""
    document: dict[str, Any] = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    change(document)
    return document


def written(document: dict[str, Any], folder: Path) -> Path:
    """Write a document to a file."""
    path = folder / "document.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_golden_files(small: Small) -> None:
    """The small document gives exactly the files that are kept; `python -m tests.bindings.golden` writes them anew."""
    assert made_files(small.folder) == golden_files()


def test_runtime_is_copied_byte_for_byte(small: Small) -> None:
    """The generated package holds the runtime as it is written, whole."""
    originals = {path.name: path.read_bytes() for path in RUNTIME.glob("*.py")}
    copies = {path.name: path.read_bytes() for path in (small.folder / "runtime").glob("*.py")}
    assert copies == originals


def test_every_file_says_that_it_is_made(small: Small) -> None:
    """Nobody edits a generated file for want of a warning."""
    for path in small.folder.rglob("*.py"):
        assert "python -m scripts.regenerate" in path.read_text(encoding="utf-8").splitlines()[0], path


def test_same_bytes_again_and_nothing_else_stays(small: Small, tmp_path: Path) -> None:
    """A second run over an old tree gives the same bytes; what was there before is gone."""
    output = tmp_path / small.folder.name
    output.mkdir()
    (output / "old.py").write_text("old = True\n", encoding="utf-8")
    generate(DOCUMENT, output)
    assert made_files(output) == made_files(small.folder)


def test_no_name_depends_on_the_interpreter() -> None:
    """`credits` is a builtin of some interpreters only; the generator would rename it in those."""
    names = ["credits", "copyright", "exit", "help", "type", "id", "list"]
    assert [python_name(name) for name in names] == names


@pytest.mark.parametrize(
    ("wire", "python"),
    [
        ("vote_average.gte", "vote_average_gte"),
        ("watch/providers", "watch_providers"),
        ("from", "from_"),
        ("4k", "_4k"),
    ],
)
def test_python_names(wire: str, python: str) -> None:
    """What is no name in Python becomes one."""
    assert python_name(wire) == python


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer"}, "int"),
        ({"type": ["number", "null"]}, "float"),
        ({"type": ["integer", "string"]}, "int | str"),
        ({"type": ["integer", "number"]}, "float"),
        ({"type": "string", "format": "date"}, "Date"),
        ({"type": "string", "format": "date-time"}, "Timestamp"),
        ({"type": "string", "format": "uri"}, "str"),
        ({"$ref": "#/components/schemas/Movie"}, "Movie"),
        ({"anyOf": [{"type": "boolean"}, {"$ref": "#/components/schemas/Rating"}]}, "bool | Rating"),
        ({"type": "array", "items": {"type": ["string", "null"]}}, "list[str | None]"),
        (
            {"type": "object", "additionalProperties": {"type": "array", "items": {"type": "string"}}},
            "dict[str, list[str]]",
        ),
        ({"type": "object"}, "dict[str, JSONValue]"),
        ({"type": "array"}, "list[JSONValue]"),
        ({"x-json": True}, "JSONValue"),
        ({"anyOf": [{"x-json": True}, {"type": "null"}]}, "JSONValue"),
    ],
)
def test_annotations(schema: dict[str, Any], expected: str) -> None:
    """Each kind of schema has its annotation."""
    assert annotation(schema) == expected


def test_null_is_found_in_a_choice() -> None:
    """A choice with null is nullable, however deep."""
    assert is_nullable({"anyOf": [{"$ref": "#/components/schemas/Movie"}, {"type": "null"}]})
    assert not is_nullable({"anyOf": [{"$ref": "#/components/schemas/Movie"}, {"type": "string"}]})


def test_a_field_that_python_cannot_name_is_told_in_the_docstring(tmp_path: Path) -> None:
    """Such a field does not end the generation; the model says where it is."""

    def change(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["Genre"]["properties"]["class"] = {"type": ["string", "null"]}

    output = tmp_path / "bindings"
    generate(written(changed(change), tmp_path), output)
    assert "read them from the raw answer: class." in (output / "models" / "genre.py").read_text(encoding="utf-8")


def test_a_map_is_no_class_of_its_own(tmp_path: Path) -> None:
    """The generator would make a class of each inline map, and stumble over a component of the same name."""

    def change(document: dict[str, Any]) -> None:
        schemas = document["components"]["schemas"]
        schemas["MovieDetailsNames"] = schemas["Genre"]

    output = tmp_path / "bindings"
    generate(written(changed(change), tmp_path), output)
    assert "class MovieDetailsNames(Model)" in (output / "models" / "movie_details_names.py").read_text(
        encoding="utf-8"
    )
    assert not list(output.glob("models/*_results.py"))


def test_a_block_wins_over_a_field_of_its_name(tmp_path: Path) -> None:
    """Should TMDB document an appended block as a field of the details, it stays the block that it is."""

    def change(document: dict[str, Any]) -> None:
        credits_ = {"anyOf": [{"$ref": "#/components/schemas/MovieCredits"}, {"type": "null"}]}
        document["components"]["schemas"]["MovieDetails"]["properties"]["credits"] = credits_

    view = make_view(changed(change))
    fields = view["components"]["schemas"]["MovieDetails"]["x-python"]["fields"]
    assert "credits" not in {field["name"] for field in fields}


def test_a_parameter_never_hides_what_the_function_uses(tmp_path: Path) -> None:
    """A parameter named like something that the request function needs gets another name in Python only."""

    def change(document: dict[str, Any]) -> None:
        parameters = document["paths"]["/3/search/multi"]["get"]["parameters"]
        parameters.extend({"name": name, "in": "query", "schema": {"type": "string"}} for name in ("sent", "operation"))

    output = tmp_path / "bindings"
    generate(written(changed(change), tmp_path), output)
    text = (output / "api" / "search" / "multi.py").read_text(encoding="utf-8")
    assert 'sent["sent"] = query_text(sent_, "sent_")' in text
    assert 'sent["operation"] = query_text(operation_, "operation_")' in text


def _rename(old: str, new: str) -> Callable[[dict[str, Any]], None]:
    def change(document: dict[str, Any]) -> None:
        schemas = document["components"]["schemas"]
        schemas[new] = schemas[old]

    return change


def _union_answer(document: dict[str, Any]) -> None:
    response = document["paths"]["/3/search/multi"]["get"]["responses"]["200"]
    response["content"]["application/json"]["schema"] = {"$ref": "#/components/schemas/KnownFor"}


def _union_in_a_list_of_lists(document: dict[str, Any]) -> None:
    results = document["components"]["schemas"]["MultiSearchPage"]["properties"]["results"]
    results["items"] = {"type": "array", "items": results["items"]}


def _odd_path(document: dict[str, Any]) -> None:
    document["paths"]["/3/'+evil()+'"] = document["paths"].pop("/3/search/multi")


def _no_success(document: dict[str, Any]) -> None:
    del document["paths"]["/3/search/multi"]["get"]["responses"]["200"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_rename("Movie", "movie"), "'movie' is not the name of a class"),
        (_rename("Movie", "Import os"), "'Import os' is not the name of a class"),
        (_rename("TVShow", "TvShow"), "these components would share a module: TVShow, TvShow"),
        (_union_answer, "search_multi: an answer is a model"),
        (_union_in_a_list_of_lists, "MultiSearchPage.results: a union can be a field"),
        (_odd_path, "is not a path template"),
        (_no_success, "search_multi has no success response"),
    ],
)
def test_what_cannot_be_expressed_is_refused(change: Callable[[dict[str, Any]], None], message: str) -> None:
    """A document that would give wrong or dangerous code is refused with the place."""
    with pytest.raises(DocumentError, match=message.replace("(", r"\(")):
        make_view(changed(change))


def test_a_warning_of_the_generator_is_an_error_and_nothing_is_overwritten(tmp_path: Path) -> None:
    """The generator would drop what it does not understand; we would rather stop and keep what was there."""

    def change(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["Odd"] = {"type": "array"}

    output = tmp_path / "bindings"
    output.mkdir()
    (output / "kept.py").touch()
    with pytest.raises(GenerateError, match="openapi-python-client refused"):
        generate(written(changed(change), tmp_path), output)
    assert [path.name for path in output.iterdir()] == ["kept.py"]


def test_missing_ruff_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Unformatted files are never written: the generator itself would only warn."""

    def elsewhere(name: str) -> str:
        return str(tmp_path / name)

    monkeypatch.setattr(sysconfig, "get_path", elsewhere)
    with pytest.raises(GenerateError, match="ruff is missing"):
        generate(DOCUMENT, tmp_path / "bindings")
    assert not (tmp_path / "bindings").exists()


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
def test_generated_code_is_clean_under_strict_checkers(small: Small, tmp_path: Path, checker: str) -> None:
    """Neither checker, at its strictest, has anything to say about what is generated."""
    scripts = Path(sysconfig.get_path("scripts"))
    settings = tmp_path / "pyrightconfig.json"
    settings.write_text(
        json.dumps({"include": [str(small.folder)], "typeCheckingMode": "strict", "pythonVersion": "3.11"}), "utf-8"
    )
    command = {
        "mypy": [
            sys.executable,
            "-m",
            "mypy",
            "--strict",
            "--python-version",
            "3.11",
            "--config-file=",
            str(small.folder),
        ],
        "pyright": [str(scripts / "pyright"), "--project", str(settings), "--pythonpath", sys.executable],
    }[checker]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
