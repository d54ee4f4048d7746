"""Every class, Literal and union of them in a public signature has a public name."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Literal, Union, get_origin

import pytest

import tmdb_facade
from tmdb_bindings.runtime.values import Date, NoTag, OtherTag, Timestamp
from tmdb_facade import errors, models, resources, stores, types

PUBLIC = [tmdb_facade, errors, models, resources, stores, types]
#: Classes that only clients construct: their constructors are not public.
MADE_BY_CLIENTS = ("Resource", "Pager", "ManyDetails", "RawResponse")


@cache
def tree(module: str) -> ast.Module:
    """Return the syntax tree of a module."""
    path = import_module(module).__file__
    assert path is not None
    return ast.parse(Path(path).read_text("utf-8"))


@cache
def origins(module: str) -> dict[str, str]:
    """Return the origin module of each name that a module imports, also for type checkers only."""
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
    """Return the object of a name in an annotation; `None` for builtins and other packages.

    `Date`, `Timestamp` and the tags of unions count as plain types: only the decoder distinguishes them.
    """
    origin = origins(module).get(name, module)
    if origin.split(".")[0] not in ("tmdb_facade", "tmdb_bindings"):
        return None
    return checked_type(getattr(import_module(origin), name, None))


def checked_type(value: object) -> object:
    """Return a class of ours, a Literal or a union, and None for another value."""
    if isinstance(value, type):
        ours = value.__module__.startswith(("tmdb_facade", "tmdb_bindings"))
        return value if ours and value not in (Date, Timestamp, NoTag, OtherTag) else None
    return value if get_origin(value) in (Literal, Union) else None


def signatures(definition: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Yield the public annotations of a class or function, each with the name of its owner."""
    if isinstance(definition, ast.ClassDef):
        overloaded: set[str] = set()
        for node in definition.body:
            if isinstance(node, ast.AnnAssign) and not ast.unparse(node.target).startswith("_"):
                yield f"{definition.name}.{ast.unparse(node.target)}", node.annotation
            elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and is_public(definition, node.name):
                is_overload = "overload" in map(ast.unparse, node.decorator_list)
                # The implementation below overloads is not part of the public signature.
                if is_overload or node.name not in overloaded:
                    yield from ((f"{definition.name}.{name}", inner) for name, inner in signatures(node))
                if is_overload:
                    overloaded.add(node.name)
    elif isinstance(definition, ast.FunctionDef | ast.AsyncFunctionDef):
        arguments = definition.args
        every = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs, arguments.vararg, arguments.kwarg]
        annotations = [argument.annotation for argument in every if argument is not None]
        yield from ((definition.name, annotation) for annotation in [*annotations, definition.returns] if annotation)


def is_public(owner: ast.ClassDef, method: str) -> bool:
    """Return whether users call a method."""
    if method == "__init__":
        return not owner.name.endswith(MADE_BY_CLIENTS)
    return not method.startswith("_") or method in ("__iter__", "__aiter__", "__or__")


def definitions(value: object) -> Iterator[tuple[str, ast.AST]]:
    """Yield the definitions of a class and its bases, or of a function."""
    for part in value.__mro__ if isinstance(value, type) else [value]:
        module, name = getattr(part, "__module__", ""), getattr(part, "__name__", "")
        if module.startswith(("tmdb_facade", "tmdb_bindings")):
            yield from (
                (module, node)
                for node in ast.walk(tree(module))
                if isinstance(node, ast.ClassDef | ast.FunctionDef) and node.name == name
            )


def referenced(value: object) -> Iterator[tuple[str, object]]:
    """Yield the classes and Literals in the signatures and fields of a public class or function."""
    for module, definition in definitions(value):
        for _, annotation in signatures(definition):
            for node in ast.walk(annotation):
                if isinstance(node, ast.Name):
                    name, found = node.id, resolve(module, node.id)
                elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                    # A name of a lazy package, such as `models.Movie`.
                    package = vars(import_module(module)).get(node.value.id)
                    name, found = node.attr, checked_type(getattr(package, node.attr, None))
                else:
                    continue
                if found is not None:
                    yield name, found


EXPORTED = [(module, name) for module in PUBLIC for name in dir(module) if not name.startswith("_")]


@pytest.mark.parametrize("module", PUBLIC, ids=lambda module: module.__name__)
def test_classes_in_public_signatures_have_public_names(module: ModuleType) -> None:
    """Also those in fields and in inherited members."""
    public = {(name, id(getattr(owner, name))) for owner, name in EXPORTED}
    private = {
        f"{name} in {owner}": found
        for owner in dir(module)
        for name, found in referenced(getattr(module, owner))
        if (name, id(found)) not in public
    }
    assert private == {}


def test_referenced_finds_models_pagers_and_literals_without_private_names() -> None:
    """So the other tests of this module check something."""
    names = {name for module, owner in EXPORTED for name, _ in referenced(getattr(module, owner))}
    assert {
        "Movie",
        "MovieHasCredits",
        "TVStatus",
        "TVStatusLike",
        "MediaKindLike",
        "Pager",
        "AsyncPager",
        "RatedValue",
        "OnDrift",
    } <= names
    # Editors would show private names.
    assert {name for name in names if name.startswith("_")} == set()


def test_any_appears_only_in_untyped_append_and_to_dict() -> None:
    """A list of strings can name any block, and a dictionary of JSON can contain any type."""
    annotations = {
        f"{name}: {ast.unparse(annotation)}"
        for module, owner in EXPORTED
        for _, definition in definitions(getattr(module, owner))
        for name, annotation in signatures(definition)
        if any(isinstance(node, ast.Name) and node.id == "Any" for node in ast.walk(annotation))
    }
    details = {text for text in annotations if re.fullmatch(r"\w+Resource\.details: models\.\w+Details\[Any\]", text)}
    appendable = {name.removesuffix("Append") for name in dir(tmdb_facade) if name.endswith("Append")}
    assert {text.partition(": ")[2] for text in details} == {f"models.{parent}Details[Any]" for parent in appendable}
    # Each in both clients.
    assert len(details) == 2 * len(appendable)
    many = {
        text
        for text in annotations
        if re.fullmatch(r"\w+\.details_many: \w*ManyDetails\[\w+Id, models\.\w+Details\[Any\]\]", text)
    }
    assert len(many) == len(details)
    dictionaries = {f"{name}.to_dict: dict[str, Any]" for name in ("Details", "Model", "Translated")}
    assert annotations - details - many == dictionaries


@pytest.mark.parametrize("module", [resources, types], ids=lambda module: module.__name__)
def test_lazy_modules_export_the_names_that_type_checkers_see(module: ModuleType) -> None:
    """The imports for type checkers match `dir`, and each name is the same object."""
    name = module.__name__
    declared = {alias for alias in origins(name) if alias not in ("*", "_lazy")}
    if "*" in origins(name):
        declared |= set(import_module(origins(name)["*"]).__all__)
    assert declared == set(dir(module))
    for public in declared:
        origin = origins(name).get(public) or origins(name)["*"]
        assert getattr(module, public) is getattr(import_module(origin), public)
    with pytest.raises(AttributeError, match="no attribute 'Nothing'"):
        _ = getattr(module, "Nothing")  # noqa: B009  (type checkers reject the plain spelling)
