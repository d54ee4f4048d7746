"""Tests of `@deprecated` on bindings and on the facade's methods."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.json_io import Json
from scripts.regenerate import __main__ as regenerate
from scripts.regenerate.write import deprecated_methods
from scripts.regenerate.write.deprecated_methods import mark_deprecated_methods
from tests.pipeline.small import document, prepared, write_project
from tests.pipeline.test_regenerate import upstream

MARK = '    @deprecated("TMDB deprecated this operation.")\n'
MODULE = '''"""Books."""

from __future__ import annotations

from typing import overload

from tmdb_bindings import api


class AsyncBooks:
    """Methods for books."""

    @overload
    async def copies(self, book_id: int) -> object: ...
    @overload
    async def copies(self, book_id: str) -> object: ...
    async def copies(self, book_id: int | str) -> object:
        """List copies with `api.books.copies`."""
        return await self.call(api.books.copies, book_id)

    def details(self, book_id: int) -> object:
        """Get a book, unlike `api.books.copies`."""
        return self.call(api.books.details, book_id)

    def both(self, book_id: int) -> object:
        """Get a book and its copies."""
        return self.call(api.books.details, self.call(api.books.copies, book_id))
'''


def deprecated(content: Json) -> None:
    """Deprecate an operation."""
    content["paths"]["/3/book/{book_id}/copies"]["get"]["deprecated"] = True


def marked(folder: Path, source: str, *, is_deprecated: bool) -> str:
    """Return a module of the facade after a regeneration."""
    package, target = folder / "package", folder / "target"
    package.mkdir(parents=True)
    (package / "books.py").write_text(source, encoding="utf-8")
    content = document()
    if is_deprecated:
        deprecated(content)
    changed = mark_deprecated_methods(prepared(folder, content).document, package, target)
    return (target / "books.py").read_text(encoding="utf-8") if changed else source


def test_method_and_overloads_of_a_deprecated_operation_are_marked_and_unmarked(tmp_path: Path) -> None:
    """Methods that also use other operations are not, nor is one that only mentions the operation."""
    text = marked(tmp_path / "a", MODULE, is_deprecated=True)
    assert text.count(MARK) == text.count(f"{MARK}    async def copies(") == 3
    assert f"    @overload\n{MARK}" in text
    assert "from typing import overload\n\nfrom typing_extensions import deprecated\n\nfrom tmdb_bindings" in text
    assert marked(tmp_path / "b", text, is_deprecated=True) == text
    assert marked(tmp_path / "c", text, is_deprecated=False) == MODULE


@pytest.mark.usefixtures("mypy_cache")
def test_regenerate_marks_bindings_and_methods_and_check_finds_a_missing_mark(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_project(tmp_path / "project")
    module = root / "tmdb_facade/_async/books.py"
    module.parent.mkdir(parents=True)
    module.write_text(MODULE, encoding="utf-8")
    assert regenerate.main(["--v3", str(upstream(tmp_path, deprecated))], root) == 0
    assert MARK in module.read_text(encoding="utf-8")
    code = (
        "import warnings; warnings.simplefilter('error'); from tmdb_bindings.api.books import copies; copies.request(1)"
    )
    run = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(root / "generated")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.stderr.endswith("DeprecationWarning: TMDB deprecated this operation.\n")
    capsys.readouterr()
    assert regenerate.main(["--check"], root) == 0
    module.write_text(MODULE, encoding="utf-8")
    assert regenerate.main(["--check"], root) == 1
    assert "tmdb_facade/_async/books.py: differs" in capsys.readouterr().err


@pytest.mark.usefixtures("mypy_cache")
def test_mark_with_a_wrong_type_replaces_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Unlike wrong types that a module has without marks: `call` is no method of the class."""
    root = write_project(tmp_path / "project")
    module = root / "tmdb_facade/_async/books.py"
    module.parent.mkdir(parents=True)
    module.write_text(MODULE, encoding="utf-8")
    monkeypatch.setattr(deprecated_methods, "_IMPORT", "from typing_extensions import override\n")
    assert regenerate.main(["--v3", str(upstream(tmp_path, deprecated))], root) == 1
    message = capsys.readouterr().err
    assert re.search(r'have wrong types: \S*books\.py:\d+: error: Name "deprecated" is not defined', message)
    assert module.read_text(encoding="utf-8") == MODULE
    assert not (root / "generated").exists()
