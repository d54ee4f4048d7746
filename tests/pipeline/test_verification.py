"""Tests that generated files are verified before they replace the committed ones, and that failures leave nothing."""

from __future__ import annotations

import ast
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeGuard

import pytest

from scripts.atomic_write import exclusive_use
from scripts.json_io import Json, load
from scripts.regenerate import __main__ as regenerate
from scripts.regenerate.build import BINDINGS, DETAILS
from scripts.regenerate.verify.staged import VerificationError, verify_facade
from scripts.regenerate.write import attributes
from tests.pipeline.small import schema_of, write_project
from tests.pipeline.test_regenerate import ROOT, built, outputs, project, upstream

__all__ = ["built", "project"]  # fixtures


def failing(
    project: Path,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
    change: Callable[[Json], None] | None = None,
) -> tuple[int, str]:
    """Run a regeneration that fails; return the exit code and the message."""
    before = outputs(project)
    place = upstream(project.parent, change)
    code = regenerate.main(["--v3", str(place), *arguments], project)
    captured = capsys.readouterr()
    assert (captured.err.count("\n"), captured.out) == (1, "")
    assert outputs(project) == before
    assert sorted(path.name for path in project.iterdir()) == ["generated", "openapi", "tmdb_facade"]
    return code, captured.err.strip()


def _field_of_a_builtin(content: Json) -> None:
    schema_of(content, "/3/book/{book_id}")["properties"]["list"] = {"type": "array", "items": {"type": "string"}}


def _parameter_of_a_builtin(content: Json) -> None:
    parameter = {"name": "dict", "in": "query", "schema": {"type": "string"}}
    content["paths"]["/3/search/book"]["get"]["parameters"].append(parameter)


def test_model_that_cannot_be_decoded_replaces_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(attributes, "CLASS_BODY", frozenset[str]())
    code, message = failing(project, capsys, ["--quick"], _field_of_a_builtin)
    assert code == 1
    assert message.startswith("regenerate: the generated files do not work: models.BookDetails: TypeError: ")
    assert message.endswith("; nothing was replaced")


@pytest.mark.usefixtures("mypy_cache")
def test_wrong_type_replaces_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(attributes, "FUNCTION_BODY", frozenset[str]())
    code, message = failing(project, capsys, [], _parameter_of_a_builtin)
    assert code == 1
    assert message.startswith("regenerate: the generated files have wrong types: tmdb_bindings/api/search/books.py:")


def test_module_of_details_without_a_class_that_the_facade_needs_is_an_error(tmp_path: Path) -> None:
    details = (ROOT / DETAILS).read_text(encoding="utf-8")
    module = tmp_path / "details.py"
    module.write_text(
        details.replace("class AsyncMovieDetailsResource", "class AsyncFilmDetailsResource"), encoding="utf-8"
    )
    with pytest.raises(VerificationError) as raised:
        verify_facade(ROOT, ROOT / BINDINGS, module)
    assert re.fullmatch(
        r"the generated files lack what the facade imports, so change the facade first: "
        r"tmdb_facade\._async\.resources\.\w+: ImportError: .*'AsyncMovieDetailsResource'.*; nothing was replaced",
        str(raised.value),
    )
    module.write_text(details, encoding="utf-8")
    verify_facade(ROOT, ROOT / BINDINGS, module)


def test_internal_error_is_one_line(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_arguments: object, **_options: object) -> None:
        raise KeyError("two\nlines")

    monkeypatch.setattr(regenerate, "build", broken)
    code, message = failing(project, capsys, ["--quick"])
    assert code == 1
    assert message.startswith("regenerate: an error of this program, nothing was replaced: KeyError: ")


def test_full_disk_is_one_error(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The folder of temporary files is on another disk, so that each file is copied."""

    def fail(*_: object) -> None:
        raise shutil.Error([("a", "b", "[Errno 28] No space left on device: 'a'"), ("c", "d", "[Errno 28]")])

    monkeypatch.setattr(shutil, "move", fail)
    code, message = failing(project, capsys, ["--quick"])
    assert (code, message) == (1, "regenerate: [Errno 28] No space left on device: 'a'")


def test_name_with_a_surrogate_is_an_error_of_the_input(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def change(content: Json) -> None:
        schema_of(content, "/3/book/{book_id}")["properties"]["\ud800"] = {"type": "string"}

    code, message = failing(project, capsys, ["--quick"], change)
    assert code == 2
    assert message == "regenerate: library.json: not OpenAPI: a name contains a surrogate, which UTF-8 cannot encode"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no advisory locks of folders")
def test_second_regeneration_at_a_time_is_rejected(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with exclusive_use(project):
        code, message = failing(project, capsys, ["--quick"], lambda _: None)
    assert (code, message) == (1, f"regenerate: another regeneration of {project.name} is running")


def test_failure_does_not_create_the_output(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert regenerate.main(["--v3", "nowhere.json", "--output", str(project.parent / "a/b")], project) == 2
    assert not (project.parent / "a").exists()
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_signal_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    project = write_project(tmp_path)
    code = (
        "import pathlib, sys; from scripts.regenerate.__main__ import main; from scripts.termination import exit_on_signals;"
        "exit_on_signals(); print(flush=True); sys.exit(main(sys.argv[2:], pathlib.Path(sys.argv[1])))"
    )
    command = [sys.executable, "-c", code, str(project), "--v3", str(upstream(tmp_path))]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        while not list(project.glob(".regenerate-*")):
            assert process.poll() is None
            time.sleep(0.01)
        process.send_signal(number)
        assert process.communicate()[1] == ""
    assert process.returncode == 128 + number
    assert sorted(path.name for path in project.iterdir()) == ["library.json", "openapi"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
@pytest.mark.parametrize("function", ["tempfile.mkdtemp", "shutil.rmtree", "scripts.termination._remove"])
def test_signal_does_not_interrupt_the_making_and_removal_of_a_folder(tmp_path: Path, function: str) -> None:
    """The signal arrives when the function was called, or before the folder is removed."""
    code = (
        "import os, pathlib, shutil, signal, sys, tempfile, scripts.termination\n"
        f"called = {function}\n"
        "def interrupted(*arguments, **keywords):\n"
        f"    {function} = called\n"
        f"    made = called(*arguments, **keywords) if called is tempfile.mkdtemp else None\n"
        "    os.kill(os.getpid(), signal.SIGTERM)\n"
        "    return made or called(*arguments, **keywords)\n"
        "scripts.termination.exit_on_signals()\n"
        f"{function} = interrupted\n"
        "with scripts.termination.temporary_folder('made', pathlib.Path(sys.argv[1])) as folder:\n"
        "    (folder / 'file').touch()\n"
    )
    result = subprocess.run([sys.executable, "-c", code, str(tmp_path)], cwd=ROOT, capture_output=True, check=False)
    assert (result.returncode, result.stderr) == (128 + signal.SIGTERM, b"")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM")
def test_signal_does_not_interrupt_the_replacement() -> None:
    code = (
        "import os, signal; from scripts.termination import delayed_signals, exit_on_signals; exit_on_signals()\n"
        "with delayed_signals(): os.kill(os.getpid(), signal.SIGTERM); print('finished')"
    )
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stdout) == (128 + signal.SIGTERM, "finished\n")


def test_names_in_the_classes_of_models_are_reserved(root: Path) -> None:
    """A field of such a name would change the meaning of the class."""
    models = root / "generated/tmdb_bindings/models"
    components = load(root / "openapi/tmdb.json")["components"]["schemas"].keys()
    used: set[str] = set()
    for path in models.glob("*.py"):
        classes = [node for node in ast.parse(path.read_text(encoding="utf-8")).body if isinstance(node, ast.ClassDef)]
        for statement in (statement for node in classes for statement in node.body):
            if isinstance(statement, ast.FunctionDef):
                statement.body = []
            used |= {node.id for node in ast.walk(statement) if is_loaded(node)}
    assert {"list", "field", "unions", "property", "ClassVar"} <= used
    assert {name for name in used - components if "Has" not in name} <= attributes.CLASS_BODY


def is_loaded(node: ast.AST) -> TypeGuard[ast.Name]:
    """Return whether a node of a syntax tree is a name whose value is used."""
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load)
