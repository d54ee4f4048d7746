"""The facts that the embedded TMDB answers from: a few dozen films, some series, and their people."""

from __future__ import annotations

from .loader import CatalogueError, load
from .relations import problems
from .store import Catalogue

__all__ = ["Catalogue", "CatalogueError", "builtin", "load", "problems"]


def builtin() -> Catalogue:
    """Return the catalogue that comes with the package; it is read once and shared, since nothing can change it."""
    global _builtin
    if _builtin is None:
        _builtin = load()
    return _builtin


_builtin: Catalogue | None = None
