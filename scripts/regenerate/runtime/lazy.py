# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Packages whose names are imported when they are first asked for (PEP 562).

Importing every model costs as much as importing an HTTP library, and a program uses a few of them. A package tells
type checkers about its names under `TYPE_CHECKING` and hands everybody else the two functions that are made here.
"""

from __future__ import annotations

import sys
from importlib import import_module

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def lazy_names(package: str, modules: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make `__getattr__` and `__dir__` for a package that re-exports names of its modules.

    Args:
        package: The package's `__name__`.
        modules: For each exported name, the module below the package that defines it.

    Returns:
        The package's `__getattr__` and `__dir__`.
    """

    def get(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{modules[name]}"), name)
        # From now on the name is an ordinary attribute: this function runs once for each name.
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted(modules)

    return get, names


def lazy_modules(package: str, modules: Iterable[str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Make `__getattr__` and `__dir__` for a package whose modules are imported when they are first asked for.

    Args:
        package: The package's `__name__`.
        modules: The names of the modules below the package.

    Returns:
        The package's `__getattr__` and `__dir__`.
    """
    known = frozenset(modules)

    def get(name: str) -> object:
        if name not in known:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return import_module(f"{package}.{name}")

    def names() -> list[str]:
        return sorted(known)

    return get, names
