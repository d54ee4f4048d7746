"""Values that take long to make, shared by the workers of a test run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from tmdb_facade._runtime.file_lock import locked

T = TypeVar("T")

#: The seconds to wait for a value that another worker makes.
_PATIENCE = 600.0


class Once:
    """Values by name: the first worker that needs a value makes it, and the others wait for it.

    Args:
        folder: A folder that all workers of the run use, and no other run.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __call__(self, name: str, make: Callable[[], T]) -> T:
        """Return a value, or a copy of the one that another worker made.

        Args:
            name: The name of the value, which is a part of the name of a file.
            make: Returns the value, which can be pickled.
        """
        path = self._folder / f"{name}.pickle"
        with locked(f"{path}.lock", _PATIENCE):
            if path.exists():
                known: T = pickle.loads(path.read_bytes())
                return known
            value = make()
            path.write_bytes(pickle.dumps(value))
            return value
