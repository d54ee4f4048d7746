"""The state of files and servers that clients share."""

from __future__ import annotations

import os
from math import inf
from time import monotonic

from tmdb_bindings.runtime import warn_caller


class Health:
    """The state of a file or server. After a failure it is left alone for some seconds, and users are warned once."""

    def __init__(self, problem: str, seconds: float) -> None:
        """Start with a file or server that can be used.

        Args:
            problem: The text of the warning, without the reason.
            seconds: The seconds until the next attempt after a failure.
        """
        self._problem = problem
        self._seconds = seconds
        self._retry_at = -inf
        self._has_warned = False

    def is_good(self) -> bool:
        """Return whether it can be used, or tried again."""
        return self._retry_at <= monotonic()

    def fail(self, error: OSError) -> None:
        """Leave it alone for a while, and warn."""
        self._retry_at = monotonic() + self._seconds
        if not self._has_warned:
            self._has_warned = True
            warn_caller(RuntimeWarning(f"{self._problem}: {error}"))

    def recover(self) -> None:
        """Warn again at the next failure."""
        self._has_warned = False


def is_file_at(path: str, state: os.stat_result) -> bool:
    """Return whether an open file still has its path: it may have been deleted, moved or replaced.

    Args:
        path: The path.
        state: The state of the file that was opened.

    Raises:
        OSError: The path cannot be looked up.
    """
    try:
        return os.path.samestat(os.stat(path), state)
    except FileNotFoundError:
        return False
