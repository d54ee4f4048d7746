# Kept in scripts/regenerate/runtime/; `python -m scripts.regenerate` copies it to generated/tmdb_bindings/runtime/.
"""Lazy packages, which import a name when it is first used (PEP 562).

Importing all models takes as long as importing an HTTP library, and most programs use few of them.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

# Type checkers treat any constant of this name as true; importing it would import `typing`.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping


def lazy_names(package: str, modules: Mapping[str, str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Build `__getattr__` and `__dir__` for a package that re-exports names of its modules.

    Args:
        package: The package's `__name__`.
        modules: The module of each exported name, relative to the package.

    Returns:
        The package's `__getattr__` and `__dir__`.
    """

    def get(name: str) -> object:
        if name not in modules:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{modules[name]}"), name)
        # The name is an attribute from now on, so this function runs once for each name.
        setattr(sys.modules[package], name, value)
        return value

    def names() -> list[str]:
        return sorted(modules)

    return get, names


def lazy_modules(package: str, modules: Iterable[str]) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Build `__getattr__` and `__dir__` for a package that imports its modules lazily.

    Args:
        package: The package's `__name__`.
        modules: The names of the package's modules.

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


class _LazyModule(ModuleType):
    """A module that is imported when one of its names is first used."""

    def __getattr__(self, name: str) -> object:
        return getattr(import_module(self.__name__), name)


def lazy_module(name: str) -> object:
    """Return a module that is imported when one of its names is first used, for annotations that are evaluated.

    Args:
        name: The module's name.
    """
    return _LazyModule(name)
