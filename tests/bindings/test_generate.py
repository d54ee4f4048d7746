"""Tests of the generation of bindings."""

from __future__ import annotations

import json
import subprocess
import sys
import sysconfig
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from scripts.regenerate.write.annotations import annotation, is_nullable
from scripts.regenerate.write.bindings_facts import DocumentError
from scripts.regenerate.write.bindings_view import make_view
from scripts.regenerate.write.generate import GenerateError, generate
from tests.bindings.golden import generated_files, golden_files
from tests.bindings.small import DOCUMENT, Small
from tests.type_checks import type_errors

ROOT = Path(__file__).resolve().parents[2]
RUNTIME = ROOT / "scripts" / "regenerate" / "runtime"


def changed(change: Callable[[dict[str, Any]], None]) -> dict[str, Any]:
    """Return the small document with a change."""
    document: dict[str, Any] = json.loads(DOCUMENT.read_text(encoding="utf-8"))
    change(document)
    return document


def written(document: dict[str, Any], folder: Path) -> Path:
    path = folder / "document.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_generate_writes_the_golden_files(small: Small) -> None:
    """`python -m tests.bindings.golden` updates them."""
    assert generated_files(small.folder) == golden_files(), "run: .venv/bin/python -m tests.bindings.golden"


def test_generate_copies_the_runtime_unchanged(small: Small) -> None:
    originals = {path.name: path.read_bytes() for path in RUNTIME.glob("*.py")}
    copies = {path.name: path.read_bytes() for path in (small.folder / "runtime").glob("*.py")}
    assert copies == originals


def test_every_file_names_its_generator(small: Small) -> None:
    for path in small.folder.rglob("*.py"):
        assert "python -m scripts.regenerate" in path.read_text(encoding="utf-8").splitlines()[0], path


def test_generate_is_deterministic_and_replaces_the_folder(small: Small, tmp_path: Path) -> None:
    output = tmp_path / small.folder.name
    output.mkdir()
    (output / "old.py").write_text("old = True\n", encoding="utf-8")
    generate(DOCUMENT, output)
    assert generated_files(output) == generated_files(small.folder)


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
def test_annotation(schema: dict[str, Any], expected: str) -> None:
    assert annotation(schema) == expected


def test_is_nullable_in_any_of() -> None:
    assert is_nullable({"anyOf": [{"$ref": "#/components/schemas/Movie"}, {"type": "null"}]})
    assert not is_nullable({"anyOf": [{"$ref": "#/components/schemas/Movie"}, {"type": "string"}]})


def test_map_does_not_become_a_class(tmp_path: Path) -> None:

    def change(document: dict[str, Any]) -> None:
        schemas = document["components"]["schemas"]
        schemas["MovieDetailsNames"] = schemas["Genre"]

    output = tmp_path / "bindings"
    generate(written(changed(change), tmp_path), output)
    assert "class MovieDetailsNames(Model)" in (output / "models" / "movie_details_names.py").read_text(
        encoding="utf-8"
    )
    assert not list(output.glob("models/*_results.py"))


def test_block_takes_precedence_over_a_field_of_its_name(tmp_path: Path) -> None:

    def change(document: dict[str, Any]) -> None:
        credits_ = {"anyOf": [{"$ref": "#/components/schemas/MovieCredits"}, {"type": "null"}]}
        document["components"]["schemas"]["MovieDetails"]["properties"]["credits"] = credits_

    view = make_view(changed(change))
    fields = view["components"]["schemas"]["MovieDetails"]["x-python"]["fields"]
    assert "credits" not in {field["name"] for field in fields}


def test_fields_do_not_hide_the_lookups_of_a_base_class(tmp_path: Path) -> None:

    def change(document: dict[str, Any]) -> None:
        genre = document["components"]["schemas"]["Genre"]
        genre["x-base"] = "ReleaseDateLookups"
        genre["properties"] |= {key: {"type": "integer"} for key in ("certification", "date", "_of", "results")}

    output = tmp_path / "bindings"
    generate(written(changed(change), tmp_path), output)
    text = (output / "models" / "genre.py").read_text(encoding="utf-8")
    assert "from ..bases.release_date_lookups import ReleaseDateLookups\n" in text
    assert "class Genre(ReleaseDateLookups):" in text
    fields = make_view(changed(change))["components"]["schemas"]["Genre"]["x-python"]["fields"]
    assert {"certification_", "date_", "results"} <= {field["name"] for field in fields}
    assert "_of" not in {field["name"] for field in fields}


def _unknown_base(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["Genre"]["x-base"] = "Model"


def _base_of_details(document: dict[str, Any]) -> None:
    document["components"]["schemas"]["MovieDetails"]["x-base"] = "ReleaseDateLookups"


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
    document["paths"]["/3/a//b"] = document["paths"].pop("/3/search/multi")


def _no_success(document: dict[str, Any]) -> None:
    del document["paths"]["/3/search/multi"]["get"]["responses"]["200"]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (_rename("Movie", "movie"), "'movie' is not a valid class name"),
        (_rename("Movie", "Import os"), "'Import os' is not a valid class name"),
        (_rename("TVShow", "TvShow"), "these components would share a module: TVShow, TvShow"),
        (_union_answer, "search_multi: an answer must be a model"),
        (_union_in_a_list_of_lists, "MultiSearchPage.results: unions are supported only as fields"),
        (_odd_path, "is not a path template"),
        (_no_success, "search_multi has no success response"),
        (_unknown_base, "Genre: x-base must be one of ContentRatingLookups, ReleaseDateLookups"),
        (_base_of_details, "MovieDetails: x-base must be one of .*, for a component without x-append"),
    ],
)
def test_make_view_rejects_unsupported_documents(change: Callable[[dict[str, Any]], None], message: str) -> None:
    with pytest.raises(DocumentError, match=message.replace("(", r"\(")):
        make_view(changed(change))


def test_generate_raises_for_a_generator_warning(tmp_path: Path) -> None:

    def change(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["Odd"] = {"type": "array"}

    output = tmp_path / "bindings"
    output.mkdir()
    (output / "existing.py").touch()
    with pytest.raises(GenerateError, match="openapi-python-client rejected"):
        generate(written(changed(change), tmp_path), output)
    assert [path.name for path in output.iterdir()] == ["existing.py"]


def test_generate_raises_without_ruff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:

    def elsewhere(name: str) -> str:
        return str(tmp_path / name)

    monkeypatch.setattr(sysconfig, "get_path", elsewhere)
    with pytest.raises(GenerateError, match="ruff is missing"):
        generate(DOCUMENT, tmp_path / "bindings")
    assert not (tmp_path / "bindings").exists()


def test_generate_raises_with_the_output_of_a_failing_ruff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ruff = tmp_path / "ruff"
    ruff.write_text("#!/bin/sh\necho problem >&2\necho details\nexit 2\n", encoding="utf-8")
    ruff.chmod(0o755)

    def elsewhere(_name: str) -> str:
        return str(tmp_path)

    monkeypatch.setattr(sysconfig, "get_path", elsewhere)
    with pytest.raises(GenerateError, match="ruff failed on the generated package:\nproblem\ndetails\n"):
        generate(DOCUMENT, tmp_path / "bindings")
    assert not (tmp_path / "bindings").exists()


@pytest.mark.usefixtures("mypy_cache")
def test_generated_code_passes_mypy_strict(small: Small) -> None:
    assert type_errors(small.folder) == ""


def test_generated_code_passes_pyright_strict(small: Small, tmp_path: Path) -> None:
    scripts = Path(sysconfig.get_path("scripts"))
    settings = tmp_path / "pyrightconfig.json"
    settings.write_text(
        json.dumps({"include": [str(small.folder)], "typeCheckingMode": "strict", "pythonVersion": "3.11"}), "utf-8"
    )
    command = [str(scripts / "pyright"), "--project", str(settings), "--pythonpath", sys.executable]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout
