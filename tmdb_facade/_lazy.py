"""Lazy re-exports of the public modules (PEP 562): a name's module is imported when the name is first used.

A public module lists its names once, as imports under `TYPE_CHECKING`. `make sync` writes them into `_exports`, where
they are found at run time.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

from tmdb_facade._exports import EXPORTS

# Type checkers take any constant of this name as true; `from typing import TYPE_CHECKING` would import typing.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


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


def lazy_exports(
    module: str, *names: str, extra: str = "", packages: Sequence[str] = ()
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Build `__getattr__`, `__dir__` and `__all__` of a public module.

    Args:
        module: The module's `__name__`.
        *names: Public names that the module defines itself.
        extra: The optional dependency group that the exported names need.
        packages: The packages of that group.

    Returns:
        The two functions and the list.
    """
    sources = dict(EXPORTS[module])
    # The name `*` stands for all public names of a module, as in an import.
    if whole := sources.pop("*", None):
        sources.update(dict.fromkeys(import_module(whole).__all__, whole))

    def get(name: str) -> object:
        source = sources.get(name)
        if source is None:
            raise AttributeError(f"module {module!r} has no attribute {name!r}")
        try:
            imported = import_module(source)
        except ModuleNotFoundError as error:
            if error.name not in packages:
                raise
            raise ImportError(
                f"{module} needs {error.name}: install tmdb-facade with its {extra!r} extra", name=error.name
            ) from error
        value: object = imported if source == f"{module}.{name}" else getattr(imported, name)
        # From now on the name is an ordinary attribute: this function runs once for each name.
        setattr(sys.modules[module], name, value)
        return value

    public = sorted([*sources, *names])
    return get, public.copy, public
