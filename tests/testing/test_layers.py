"""The layers of `tmdb_facade.testing`."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

from tmdb_facade import testing

FOLDER = Path(testing.__file__).parent
PACKAGE = "tmdb_facade.testing"
# `.` is the package itself, which exports the public names.
ALLOWED: Mapping[str, set[str]] = {
    "json_input": set(),
    "catalogue": {"json_input"},
    "offline": set(),
    "state": {"json_input", "catalogue"},
    "protocol": {"json_input", "catalogue", "state"},
    "handlers": {"catalogue", "state", "protocol"},
    "faults": {"json_input", "protocol"},
    "server": {"json_input", "catalogue", "state", "protocol", "handlers", "faults", "interception"},
    "interception": {"protocol"},
    ".": {"catalogue", "state", "faults", "interception", "server", "offline"},
    "commands": {".", "catalogue", "faults", "state", "protocol", "server", "offline"},
    "__main__": {"commands"},
    "pytest_plugin": {"."},
}


def imported_parts(path: Path) -> Iterator[str]:
    """Yield the parts of the package that a file imports, also inside functions and for type checkers only."""
    package = [PACKAGE, *path.relative_to(FOLDER).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if not isinstance(node, ast.ImportFrom):
            continue
        base = ".".join(package[: len(package) + 1 - node.level]) if node.level else ""
        for alias in node.names:
            module = ".".join(filter(None, [base, node.module, alias.name]))
            if module.startswith(f"{PACKAGE}."):
                first = module.removeprefix(f"{PACKAGE}.").split(".")[0]
                yield first if first in ALLOWED else "."


def test_testing_imports_only_lower_layers() -> None:
    """List each import that runs up, or sideways between folders."""
    offenders = [
        f"{path.relative_to(FOLDER)} imports {target}"
        for path in sorted(FOLDER.rglob("*.py"))
        for part in [path.relative_to(FOLDER).with_suffix("").parts[0].replace("__init__", ".")]
        for target in imported_parts(path)
        if target not in {part, *ALLOWED[part]}
    ]
    assert offenders == []
