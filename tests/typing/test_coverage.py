"""The files in `users/` assert a type for everything that users see."""

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
PARENTS = sorted(
    {name.removesuffix("Append") for name in tmdb_bindings.append.__all__ if name.endswith("Append")} - {""}
)


def asserted() -> Iterator[tuple[ast.expr, ast.expr, str]]:
    """Yield value, type and client name of each `assert_type`."""
    for path in USERS:
        for function in ast.parse(path.read_text("utf-8")).body:
            if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
                client = {"TMDB", "AsyncTMDB"} & {ast.unparse(a.annotation) for a in function.args.args if a.annotation}
                for node in ast.walk(function):
                    if isinstance(node, ast.Call) and ast.unparse(node.func) == "assert_type":
                        yield node.args[0], node.args[1], next(iter(client), "")


def called(client: str) -> set[str]:
    """Return the methods of a client whose type is asserted, such as `tv.seasons.details`."""
    return {
        ast.unparse(node).removeprefix("tmdb.")
        for value, _, owner in asserted()
        if owner == client
        for node in ast.walk(value)
        if isinstance(node, ast.Attribute) and ast.unparse(node).startswith("tmdb.")
    }


@pytest.mark.parametrize("client", [TMDB, AsyncTMDB])
def test_users_files_assert_a_method_of_every_namespace(client: type[object]) -> None:
    covered = {path.rpartition(".")[0] for path in called(client.__name__)}
    expected = {method.name.rpartition(".")[0] for method in methods(client)}
    assert {"tv", "tv.episode_groups", "v4.lists"} <= expected
    assert expected - covered == set()


def test_users_files_assert_every_union() -> None:
    """Type checkers narrow these unions, whose members `media_type` decides."""
    unions = {name for name in dir(models) if isinstance(getattr(models, name), UnionType)}
    assert {"CastCredit", "KnownFor", "MultiSearchResult"} <= unions
    types = {node.id for _, type_, _ in asserted() for node in ast.walk(type_) if isinstance(node, ast.Name)}
    assert unions - types == set()


@pytest.mark.parametrize("parent", PARENTS)
def test_users_files_append_and_read_every_block(parent: str) -> None:
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


@pytest.mark.parametrize("pager", [Pager, AsyncPager])
def test_users_files_use_every_pager_member(pager: type[object]) -> None:
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
