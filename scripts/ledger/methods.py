"""The namespaces of a client and their methods, found by looking at its class: a new one needs no list."""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from importlib import import_module
from typing import Any, NamedTuple, TypeVar, get_overloads, get_type_hints

import tmdb_bindings.append
from tmdb_bindings.runtime import Append


class Method(NamedTuple):
    """A public method of a namespace.

    Attributes:
        name: How it is reached from the client, as in `tv.seasons.details`.
        function: The function, of the namespace's class or of a base of it.
    """

    name: str
    function: Callable[..., Any]


def namespaces(owner: type, prefix: str = "") -> Iterator[tuple[str, type]]:
    """Find the namespaces of a client's class, and those below them.

    Args:
        owner: The class.
        prefix: What comes before their names.

    Yields:
        The name of each, as in `tv.seasons`, and its class.
    """
    for name, member in inspect.getmembers_static(owner):
        if isinstance(member, cached_property) and not name.startswith("_"):
            class_ = annotations_of(member.func)["return"]
            yield f"{prefix}{name}", class_
            yield from namespaces(class_, f"{prefix}{name}.")


def methods(client: type) -> list[Method]:
    """Find every public method of every namespace of a client's class, inherited ones too."""
    return [
        Method(f"{namespace}.{name}", member)
        for namespace, class_ in namespaces(client)
        for name, member in inspect.getmembers_static(class_)
        if inspect.isfunction(member) and not name.startswith("_")
    ]


def annotations_of(function: Callable[..., Any]) -> dict[str, Any]:
    """Give the types of a function's parameters and of what it returns, as types."""
    return get_type_hints(function, globalns=scope_of(function.__module__))


def constants_of(function: Callable[..., Any]) -> type | None:
    """Give the class of constants, such as `MovieAppend`, of what a method can append.

    Args:
        function: A method; one that appends has an overload with `append: Append[K]`, and K is bound to the blocks.

    Returns:
        The class, or `None` for a method that appends nothing.
    """
    for overload in get_overloads(function):
        for argument in getattr(annotations_of(overload).get("append"), "__args__", ()):
            if isinstance(argument, TypeVar):
                bound = argument.__bound__
                name = bound.__forward_arg__ if bound is not None else ""
                class_: type = getattr(tmdb_bindings.append, f"{name.removesuffix('Block')}Append")
                return class_
    return None


def blocks_of(constants: type) -> dict[str, str]:
    """Give the blocks of a class of constants, by the names of the constants."""
    return {name: value.blocks[0] for name, value in vars(constants).items() if isinstance(value, Append)}


@cache
def scope_of(module: str) -> dict[str, Any]:
    """Give the names that a module's annotations mean, those included that it imports for type checkers only."""
    loaded = sys.modules[module]
    scope = dict(vars(loaded))
    for node in ast.parse(inspect.getsource(loaded)).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for line in node.body:
                if isinstance(line, ast.ImportFrom) and line.module and not line.level:
                    source = import_module(line.module)
                    scope |= {alias.asname or alias.name: getattr(source, alias.name) for alias in line.names}
    return scope
