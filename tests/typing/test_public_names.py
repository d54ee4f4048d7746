"""Users can name what they meet: each class and closed set of words in a public signature has a public name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal, get_origin

import pytest

import tmdb_facade
from tmdb_bindings.runtime.values import Date, Timestamp
from tmdb_facade import errors, models, resources, types

PUBLIC = [tmdb_facade, errors, models, resources, types]
#: Namespaces and pagers come from clients, so nobody passes them anything.
MADE_BY_CLIENTS = ("Resource", "Pager", "RawResponse")


@cache
def tree(module: str) -> ast.Module:
    """Parse a module's source."""
    path = import_module(module).__file__
    assert path is not None
    return ast.parse(Path(path).read_text("utf-8"))


@cache
def origins(module: str) -> dict[str, str]:
    """Tell from which module each name comes that a module imports, also for type checkers only."""
    return {
        alias.asname or alias.name: _absolute(module, node)
        for node in ast.walk(tree(module))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def _absolute(module: str, node: ast.ImportFrom) -> str:
    if not node.level:
        return node.module or ""
    package = module.split(".")
    if not str(import_module(module).__file__).endswith("__init__.py"):
        package.pop()
    return ".".join([*package[: len(package) - node.level + 1], *([node.module] if node.module else [])])


def resolve(module: str, name: str) -> object | None:
    """Give what a name in an annotation stands for; `None` for builtins and what belongs to others.

    `Date` and `Timestamp` are classes to the decoder only: to users they are those of datetime.
    """
    origin = origins(module).get(name, module)
    if origin.split(".")[0] not in ("tmdb_facade", "tmdb_bindings"):
        return None
    value = getattr(import_module(origin), name, None)
    if isinstance(value, type):
        ours = value.__module__.startswith(("tmdb_facade", "tmdb_bindings"))
        return value if ours and value not in (Date, Timestamp) else None
    return value if get_origin(value) is Literal else None


def signatures(definition: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """List the public annotations of a class or a function, each with the name of what it belongs to."""
    if isinstance(definition, ast.ClassDef):
        overloaded: set[str] = set()
        for node in definition.body:
            if isinstance(node, ast.AnnAssign) and not ast.unparse(node.target).startswith("_"):
                yield f"{definition.name}.{ast.unparse(node.target)}", node.annotation
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and is_public(definition, node.name):
                is_overload = "overload" in map(ast.unparse, node.decorator_list)
                # What follows the overloads of a name is not what users see of it.
                if is_overload or node.name not in overloaded:
                    yield from ((f"{definition.name}.{name}", found) for name, found in signatures(node))
                if is_overload:
                    overloaded.add(node.name)
    elif isinstance(definition, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = definition.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        found = [argument.annotation for argument in every if argument is not None]
        yield from ((definition.name, annotation) for annotation in [*found, definition.returns] if annotation)


def is_public(owner: ast.ClassDef, method: str) -> bool:
    """Tell whether users call a method."""
    if method == "__init__":
        return not owner.name.endswith(MADE_BY_CLIENTS)
    return not method.startswith("_") or method in ("__iter__", "__aiter__", "__or__")


def definitions(value: object) -> Iterator[tuple[str, ast.AST]]:
    """Find where a class with its bases, or a function, is defined."""
    for part in value.__mro__ if isinstance(value, type) else [value]:
        module, name = getattr(part, "__module__", ""), getattr(part, "__name__", "")
        if module.startswith(("tmdb_facade", "tmdb_bindings")):
            yield from (
                (module, node)
                for node in ast.walk(tree(module))
                if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
            )


def met(value: object) -> Iterator[tuple[str, object]]:
    """List what users meet in the signatures and fields of a public class or function."""
    for module, definition in definitions(value):
        for _, annotation in signatures(definition):
            for node in ast.walk(annotation):
                if isinstance(node, ast.Name) and (found := resolve(module, node.id)) is not None:
                    yield node.id, found


EXPORTED = [(module, name) for module in PUBLIC for name in dir(module) if not name.startswith("_")]


@pytest.mark.parametrize("module", PUBLIC, ids=lambda module: module.__name__)
def test_what_users_meet_has_a_public_name(module: ModuleType) -> None:
    """In signatures, fields, and what classes inherit."""
    public = {(name, id(getattr(owner, name))) for owner, name in EXPORTED}
    private = {
        f"{name} in {owner}": found
        for owner in dir(module)
        for name, found in met(getattr(module, owner))
        if (name, id(found)) not in public
    }
    assert private == {}


def test_what_is_met_is_found() -> None:
    """Or nothing would ever be missing."""
    names = {name for module, owner in EXPORTED for name, _ in met(getattr(module, owner))}
    assert {"Movie", "MovieHasCredits", "TVStatus", "Pager", "AsyncPager", "RatedValue", "OnDrift"} <= names
    # Nothing that begins with an underscore: editors would show it.
    assert {name for name in names if name.startswith("_")} == set()


def test_any_is_where_nothing_can_be_known() -> None:
    """A list of strings can name any block, and a dictionary of JSON types hold any of them."""
    found = {
        f"{name}: {ast.unparse(annotation)}"
        for module, owner in EXPORTED
        for _, definition in definitions(getattr(module, owner))
        for name, annotation in signatures(definition)
        if any(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(annotation))
    }
    details = {text for text in found if re.fullmatch(r"\w+Resource\.details: \w+Details\[Any\]", text)}
    # Seven parents, in both clients.
    assert len(details) == 14
    assert found - details == {"Details.to_dict: dict[str, Any]", "Model.to_dict: dict[str, Any]"}


@pytest.mark.parametrize("module", [resources, types], ids=lambda module: module.__name__)
def test_checkers_and_python_know_the_same_names(module: ModuleType) -> None:
    """What is imported for checkers is what `dir` tells, and each is the thing of that name."""
    name = module.__name__
    told = {alias for alias in origins(name) if alias not in ("*", "_lazy")}
    if "*" in origins(name):
        told |= set(import_module(origins(name)["*"]).__all__)
    assert told == set(dir(module))
    for public in told:
        origin = origins(name).get(public) or origins(name)["*"]
        assert getattr(module, public) is getattr(import_module(origin), public)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = getattr(module, "Nothing")  # noqa: B009  (checkers know that there is none)
