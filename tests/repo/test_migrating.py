"""The tables of docs/guides/migrating.md: the other clients' names exist and are complete, and our calls pass a type checker."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple, get_type_hints

import pytest

from tests.repo.conftest import RunMypy

PAGE = Path(__file__).resolve().parents[2] / "docs" / "guides" / "migrating.md"
CLIENTS = ("tmdbsimple", "tmdbv3api", "themoviedb", "tmdbapis")
ROW = re.compile(r"^\| `(.+?)` \| (?:`(.+?)`|none: .+) \|$", re.MULTILINE)
#: Names of the calls on both sides that stand for the reader's own values: credentials and a request token.
VALUES = "asgtup"
#: The code above our calls.
HEADER = """\
import httpx
from tmdb_bindings import api

from tmdb_facade import *
from tmdb_facade import TMDB, AsyncTMDB, Cache, MovieAppend, all_of, any_of, between
from tmdb_facade.errors import *

tmdb = TMDB()
a = s = g = t = u = p = "..."
"""


class Row(NamedTuple):
    """A row of a table: their code and ours, which may be missing."""

    theirs: str
    ours: str


def rows(client: str) -> list[Row]:
    """Return the rows of a client's table."""
    section = PAGE.read_text("utf-8").partition(f"\n## {client}\n")[2].partition("\n## ")[0]
    return [Row(match[1].replace("\\|", "|"), (match[2] or "").replace("\\|", "|")) for match in ROW.finditer(section)]


class Resolver:
    """Resolves their code to classes and functions, without running it.

    Attributes:
        used: The names that the code has used, as `Class.member`.
    """

    def __init__(self, package: ModuleType) -> None:
        self.used: set[str] = set()
        self._names: dict[str, Any] = {**vars(package), "requests": importlib.import_module("requests")}
        if package.__name__ == "tmdbsimple":
            self._names["tmdb"] = package
        elif package.__name__ in {"themoviedb", "tmdbapis"}:
            self._names["tmdb"] = self._names["TMDb" if package.__name__ == "themoviedb" else "TMDbAPIs"]

    def check(self, code: str) -> None:
        """Resolve a line of code.

        Raises:
            AssertionError: A name does not exist, or a function does not take the arguments.
        """
        (statement,) = ast.parse(code).body
        if isinstance(statement, ast.Assign):
            (target,) = statement.targets
            if not isinstance(target, ast.Name):
                self._resolve(target)
            self._resolve(statement.value)
        else:
            assert isinstance(statement, ast.Expr)
            self._resolve(statement.value)

    def _resolve(self, node: ast.expr) -> Any:
        if isinstance(node, ast.Name):
            assert node.id in self._names or node.id in VALUES, node.id
            found = self._names.get(node.id)
            if inspect.isclass(found):
                self.used.add(found.__name__)
            return found
        if isinstance(node, ast.Attribute):
            return self._member(self._resolve(node.value), node.attr)
        if isinstance(node, ast.Call):
            return self._called(self._resolve(node.func), node)
        if isinstance(node, ast.Subscript):
            return self._resolve(node.value)
        return None

    def _member(self, owner: Any, name: str) -> Any:
        assert owner is not None, f".{name} of an unknown type"
        if isinstance(owner, ModuleType):
            assert hasattr(owner, name), f"{owner.__name__}.{name}"
            member = getattr(owner, name)
            if inspect.isclass(member):
                self.used.add(member.__name__)
            return member
        self.used.add(f"{owner.__name__}.{name}")
        if hasattr(owner, name):
            return inspect.getattr_static(owner, name)
        sources = [inspect.getsource(base) for base in owner.__mro__[:-1] if base.__module__ != "builtins"]
        assert any(f"self.{name} =" in source for source in sources), f"{owner.__name__}.{name}"
        return None

    def _called(self, function: Any, node: ast.Call) -> Any:
        for argument in [*node.args, *(keyword.value for keyword in node.keywords)]:
            self._resolve(argument)
        values = [None] * len(node.args)
        named: dict[str, Any] = {keyword.arg or "": None for keyword in node.keywords}
        if inspect.isclass(function):
            if not function.__module__.startswith("requests"):
                inspect.signature(function).bind(*values, **named)
            return function
        inspect.signature(function).bind(None, *values, **named)
        returned = get_type_hints(function).get("return")
        return returned if inspect.isclass(returned) else None


def methods(class_: type) -> Iterator[str]:
    """Yield the public methods of a class, as `Class.method`."""
    for name, _ in inspect.getmembers(class_, inspect.isfunction):
        if not name.startswith("_"):
            yield f"{class_.__name__}.{name}"


def public_calls(package: ModuleType) -> set[str]:
    """Return what a client's users call: the methods of its classes that send requests."""
    if package.__name__ == "themoviedb":
        client: type = package.TMDb
        routes = [get_type_hints(getattr(client, name.partition(".")[2])).get("return") for name in methods(client)]
        groups = [route for route in routes if inspect.isclass(route) and route.__module__.startswith("themoviedb")]
        shared = {"close", "request"}  # of the client and of each group
        return {name for group in groups for name in methods(group) if name.partition(".")[2] not in shared} | {
            "TMDb.close",
            "TMDb.request",
        }
    if package.__name__ == "tmdbapis":
        return set(methods(package.TMDbAPIs))
    classes = [
        class_ for _, class_ in inspect.getmembers(package, inspect.isclass) if not issubclass(class_, Exception)
    ]
    # Every class of tmdbv3api inherits `cache_clear`.
    return {name for class_ in classes for name in methods(class_) if not name.endswith(".cache_clear")}


@pytest.mark.parametrize("client", CLIENTS)
def test_names_of_other_clients_exist_and_are_complete(client: str) -> None:
    package = importlib.import_module(client)
    resolver = Resolver(package)
    found = rows(client)
    for row in found:
        resolver.check(row.theirs)
    assert len({row.theirs for row in found}) == len(found)
    assert public_calls(package) - resolver.used == set()


def test_our_calls_pass_mypy(tmp_path: Path, run_mypy: RunMypy) -> None:
    ours = dict.fromkeys(row.ours for client in CLIENTS for row in rows(client) if row.ours)
    assert len(ours) > 100
    functions = [f"def row_{number}() -> None:\n    {code}\n" for number, code in enumerate(ours)]
    file = tmp_path / "migrated.py"
    file.write_text(HEADER + "\n" + "\n".join(functions), "utf-8")
    assert run_mypy([file]) == ""
