"""Nothing that users meet is without its type in the files of `users/`."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from inspect import getmembers
from pathlib import Path
from types import UnionType

import pytest

import tmdb_bindings.append
from scripts.ledger.methods import methods
from tmdb_facade import TMDB, AsyncPager, AsyncTMDB, Pager, models

USERS = sorted(Path(__file__).with_name("users").glob("*.py"))
PARENTS = ["Collection", "Company", "Episode", "Movie", "Person", "Season", "TV"]


def asserted() -> Iterator[tuple[ast.expr, ast.expr, str]]:
    """List what is asserted to be what, and in which client's function."""
    for path in USERS:
        for function in ast.parse(path.read_text("utf-8")).body:
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                client = {"TMDB", "AsyncTMDB"} & {ast.unparse(a.annotation) for a in function.args.args if a.annotation}
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and ast.unparse(node.func) == "assert_type":
                        yield node.args[0], node.args[1], next(iter(client), "")


def called(client: str) -> set[str]:
    """List the methods of a client of which a type is asserted: `tv.seasons.details`."""
    return {
        ast.unparse(node).removeprefix("tmdb.")
        for value, _, owner in asserted()
        if owner == client
        for node in ast.walk(value)
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith("tmdb.")
    }


@pytest.mark.parametrize("client", [TMDB, AsyncTMDB])
def test_every_namespace_has_a_method_whose_type_is_asserted(client: type[object]) -> None:
    """Of both clients: they are checked apart, and `await` is where they differ."""
    known = {path.rpartition(".")[0] for path in called(client.__name__)}
    expected = {method.name.rpartition(".")[0] for method in methods(client)}
    assert {"tv", "tv.episode_groups", "v4.lists"} <= expected
    assert expected - known == set()


def test_every_union_is_asserted() -> None:
    """What `media_type` decides is told apart by checkers too."""
    unions = {name for name in dir(models) if isinstance(getattr(models, name), UnionType)}
    assert {"CastCredit", "KnownFor", "MultiSearchResult"} <= unions
    types = {node.id for _, type_, _ in asserted() for node in ast.walk(type_) if isinstance(node, ast.Name)}
    assert unions - types == set()


@pytest.mark.parametrize("parent", PARENTS)
def test_every_block_is_asserted(parent: str) -> None:
    """Each constant is passed, and its block read."""
    constants: type[object] = getattr(tmdb_bindings.append, f"{parent}Append")
    names = {name for name in vars(constants) if not name.startswith("_")}
    source = ast.parse(next(path for path in USERS if path.name == "append.py").read_text("utf-8"))
    passed = {
        node.attr
        for node in ast.walk(source)
        if isinstance(node, ast.Attribute) and ast.unparse(node.value) == f"{parent}Append"
    }
    read = {value.attr for value, _, _ in asserted() if isinstance(value, ast.Attribute)} | {"season"}
    assert names - passed == set()
    assert {name.lower() for name in names} - read == set()


def test_every_parent_is_known() -> None:
    """A new one gets its blocks asserted as well."""
    names = {name for name in tmdb_bindings.append.__all__ if name.endswith("Append")}
    assert names == {"Append", *(f"{parent}Append" for parent in PARENTS)}


@pytest.mark.parametrize("pager", [Pager, AsyncPager])
def test_everything_of_pagers_is_asserted(pager: type[object]) -> None:
    """Each method and property."""
    names = {name for name, _ in getmembers(pager) if not name.startswith("_")} - {"close", "aclose"}
    files = [path for path in USERS if path.name in ("pagers.py", "frames.py")]
    used = {
        node.attr
        for path in files
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute)
    }
    assert {"first", "limit", "to_polars"} <= names
    assert names - used == set()
