"""Who may import whom: the seams of the architecture, read from the source."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tmdb_facade

PACKAGE = Path(tmdb_facade.__file__).parent
FILES = [path for path in PACKAGE.rglob("*.py") if "testing" not in path.relative_to(PACKAGE).parts]


def imports(path: Path) -> Iterator[str]:
    """List what a file imports, also inside functions and for type checkers only."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def name(path: Path) -> str:
    """Name a file by its place in the package."""
    return path.relative_to(PACKAGE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=name)
def test_only_one_module_imports_the_http_library(path: Path) -> None:
    """Should its fork take over, that module changes, and the one that knows what lies below it."""
    found = {target.split(".")[0] for target in imports(path)} & {"httpx", "httpcore"}
    assert found == {"_runtime/http.py": {"httpx"}, "_runtime/network.py": {"httpcore"}}.get(name(path), set())


@pytest.mark.parametrize("path", FILES, ids=name)
def test_each_part_imports_only_what_stands_below_it(path: Path) -> None:
    """The core knows no client, no HTTP and no event loop; neither client knows the other; nobody knows `testing`."""
    parts = name(path).split("/")
    targets = set(imports(path))
    ours = {
        target.removeprefix("tmdb_facade.").split(".")[0] for target in targets if target.startswith("tmdb_facade.")
    }
    assert "testing" not in ours
    if parts[0] == "_core":
        assert ours <= {"_core", "errors"}
        assert "asyncio" not in {target.split(".")[0] for target in targets}
    if parts[0] == "_async":
        assert "_sync" not in ours
        assert not any(target.startswith("tmdb_facade._runtime.threads") for target in targets)
    if parts[0] == "_sync":
        assert "_async" not in ours
        assert not any(target.startswith("tmdb_facade._runtime.tasks") for target in targets)
    if "resources" in parts and parts[-1] != "__init__.py":
        allowed = ("tmdb_bindings.", "tmdb_facade.models.", "tmdb_facade._core.", f"tmdb_facade.{parts[0]}.")
        foreign = {
            target
            for target in targets
            if not target.startswith(allowed) and target.split(".")[0] not in sys.stdlib_module_names - {"asyncio"}
        }
        assert foreign == set()
        assert not any(".transport" in target for target in targets)


@pytest.mark.parametrize("path", [path for path in FILES if "resources" in path.parts], ids=name)
def test_resources_reach_operations_when_they_are_called(path: Path) -> None:
    """An operation that TMDB removes then takes its own method along, and not the package."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("tmdb_bindings"):
            assert [alias.name for alias in node.names] == ["api"]
