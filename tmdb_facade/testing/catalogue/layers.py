"""Catalogues that are laid over each other, as the commands and the pytest plugin name them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import reduce
from pathlib import Path

from . import builtin
from .catalogue_data import CatalogueError
from .loader import load
from .relations import problems
from .store import Catalogue

#: The name of the built-in catalogue among folders. The folder of this name is `./builtin`.
BUILTIN = "builtin"


def layered(names: Iterable[str], root: Path | None = None) -> Catalogue:
    """Return the merged catalogue of folders; records of later ones replace those of earlier ones.

    Args:
        names: Folders, or `builtin` for the built-in catalogue; at least one.
        root: The folder that relative paths start from; by default the current one.

    Raises:
        CatalogueError: A folder cannot be loaded, or the records contradict each other.
    """
    names = list(names)
    root = root or Path()
    catalogue = reduce(Catalogue.merged, (builtin() if name == BUILTIN else load(root / name) for name in names))
    # The built-in catalogue has no problems, and would be read as a whole to find out.
    if {*names} != {BUILTIN} and (wrong := problems(catalogue)):
        raise CatalogueError("\n".join([f"{' and '.join(names)} is not consistent:", *wrong]))
    return catalogue
