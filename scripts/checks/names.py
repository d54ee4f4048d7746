"""Is a public name of the SDK defined in two places? One rule, one place; one name, one thing."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from pathlib import Path

from scripts.paths import name_of, project_files

# Pairs that are the same thing twice on purpose.
TWINS = ("tmdb_facade/_sync/", "tmdb_facade/_runtime/threads.py")
# The embedded TMDB is another program: its handlers answer what the client asks, under the same words.
OTHER_PROGRAM = "tmdb_facade/testing/"


def main() -> int:
    """Print every name that is defined twice; the exit code tells whether there is one."""
    places: defaultdict[str, list[str]] = defaultdict(list)
    modules = [path for path in project_files(".py") if is_ours(name_of(path))]
    for path in modules:
        for name, line in public_definitions(path):
            places[name].append(f"{name_of(path)}:{line}")
    doubles = {name: where for name, where in places.items() if len(where) > 1}
    for name, where in sorted(doubles.items()):
        print(f"{name} is defined in {len(where)} places: {', '.join(where)}")
    print(f"{len(places)} public names in {len(modules)} modules, {len(doubles)} defined twice")
    return 1 if doubles or not places else 0


def is_ours(name: str) -> bool:
    """Tell whether a file is a hand-written module of the SDK that is no one's twin."""
    return name.startswith("tmdb_facade/") and not name.startswith((*TWINS, OTHER_PROGRAM))


def public_definitions(path: Path) -> list[tuple[str, int]]:
    """Return the classes and functions that a module defines at its top level, overloads once."""
    found: dict[str, int] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            found.setdefault(node.name, node.lineno)
    return list(found.items())


if __name__ == "__main__":
    sys.exit(main())
