"""The namespaces of a client class and their methods, found by introspection."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, get_overloads, get_type_hints

import tmdb_bindings.append
from tmdb_bindings.runtime import Append


class Method(NamedTuple):
    """A public method of a namespace.

    Attributes:
        name: Its path from the client, such as `tv.seasons.details`.
        function: The function.
    """

    name: str
    function: Callable[..., Any]


def namespaces(owner: type, prefix: str = "") -> Iterator[tuple[str, type]]:
    """Yield the name, such as `tv.seasons`, and class of each namespace of a client class, including nested ones."""
    for name, member in inspect.getmembers_static(owner):
        if isinstance(member, cached_property) and not name.startswith("_"):
            class_ = annotations_of(member.func)["return"]
            yield f"{prefix}{name}", class_
            yield from namespaces(class_, f"{prefix}{name}.")


def methods(client: type) -> list[Method]:
    """Return every public method of every namespace of a client class, including inherited ones."""
    return [
        Method(f"{namespace}.{name}", member)
        for namespace, class_ in namespaces(client)
        for name, member in inspect.getmembers_static(class_)
        if inspect.isfunction(member) and not name.startswith("_")
    ]


def annotations_of(function: Callable[..., Any]) -> dict[str, Any]:
    """Return the resolved annotations of a function."""
    return get_type_hints(function)


def constants_of(function: Callable[..., Any]) -> type | None:
    """Return the constants class, such as `MovieAppend`, of a method's `append` argument, or `None`.

    Such a method has an overload with `append: Append[K]`, where K is bound to the blocks.
    """
    for overload in get_overloads(function):
        for argument in getattr(annotations_of(overload).get("append"), "__args__", ()):
            if isinstance(argument, TypeVar):
                bound = argument.__bound__
                name = bound.__forward_arg__ if bound is not None else ""
                class_: type = getattr(tmdb_bindings.append, f"{name.rpartition('.')[2].removesuffix('Block')}Append")
                return class_
    return None


def blocks_of(constants: type) -> dict[str, str]:
    """Return the blocks of a constants class by the names of the constants."""
    return {name: value.blocks[0] for name, value in vars(constants).items() if isinstance(value, Append)}
