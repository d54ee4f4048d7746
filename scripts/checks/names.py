"""Check that no public name is defined twice."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from scripts.paths import name_of, project_files

# The longest prefix comes first.
PROGRAMS = ("tmdb_facade/testing/", "tmdb_facade/", "scripts/")
# The bindings' own errors, which `tmdb_facade.errors` wraps: a new name is due in both places at once.
NOT_YET_NAMES = {"DriftError", "MissingBlockError"}
# Twins, which have the same names on purpose, and scenarios, which are named like the methods that they call.
TWINS = (
    "tmdb_facade/_sync/",
    "tmdb_facade/_runtime/engine_threads.py",
    "tmdb_facade/_runtime/exchange_threads.py",
    "tmdb_facade/_runtime/hook_threads.py",
    "tmdb_facade/_runtime/many_threads.py",
    "tmdb_facade/_runtime/login_threads.py",
    "tmdb_facade/_runtime/redis_threads.py",
    "tmdb_facade/_runtime/threads.py",
    "scripts/scenarios/",
)
# Functions that share names on purpose: `main` of programs, handlers, which are named like the client's methods, and commands, which
# all have the same functions.
SAME_FUNCTIONS = {"main"}
SAME_FUNCTIONS_IN = ("tmdb_facade/testing/commands/", "tmdb_facade/testing/handlers/")


def main() -> int:
    """Print the names that are defined twice; return 1 if there are any."""
    modules = [path for path in project_files(".py") if is_covered(name_of(path))]
    doubles, number = find_doubles(modules)
    for name, places in doubles.items():
        print(f"{name} is defined in {len(places)} places: {', '.join(places)}")
    print(f"{number} public names in {len(modules)} modules, {len(doubles)} defined twice")
    return 1 if doubles or not number else 0


def is_covered(name: str) -> bool:
    """Return whether a file is a hand-written module to check."""
    return name.startswith(PROGRAMS) and not name.startswith(TWINS)


def find_doubles(modules: Iterable[Path]) -> tuple[dict[str, list[str]], int]:
    """Return the names defined twice with their places, and the number of all names.

    Functions are compared within a program, classes also between programs.
    """
    # By name and program; classes also without a program.
    places: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for path in modules:
        file = name_of(path)
        program = next(program for program in PROGRAMS if file.startswith(program))
        for name, line, is_class in public_definitions(path):
            if is_class:
                places[name, ""].append(f"{file}:{line}")
            if is_class or (name not in SAME_FUNCTIONS and not file.startswith(SAME_FUNCTIONS_IN)):
                places[name, program].append(f"{file}:{line}")
    doubles = {
        name: places[name, program]
        for name, program in sorted(places, key=lambda key: (key[0], not key[1]))
        if len(places[name, program]) > 1 and name not in NOT_YET_NAMES
    }
    return doubles, len({name for name, _ in places})


def public_definitions(path: Path) -> list[tuple[str, int, bool]]:
    """Return (name, line, whether it is a class) of the classes and functions at a module's top level, overloads once."""
    found: dict[str, tuple[str, int, bool]] = {}
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not node.name.startswith("_"):
            found.setdefault(node.name, (node.name, node.lineno, isinstance(node, ast.ClassDef)))
    return list(found.values())


if __name__ == "__main__":
    sys.exit(main())
