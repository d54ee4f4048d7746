"""Renew locks and connections in forked child processes."""

from __future__ import annotations

import os
from typing import Protocol
from weakref import WeakSet


class Renewable(Protocol):
    """An object with state that a child process must not share with its parent."""

    def renew(self) -> None:
        """Replace locks, and forget connections without closing them: they belong to the parent."""
        ...


_objects: WeakSet[Renewable] = WeakSet()
_is_forked = False


def is_forked() -> bool:
    """Return whether this process was forked after the import of this module."""
    return _is_forked


def renew_after_fork(renewable: Renewable) -> None:
    """Call the object's `renew` in every child process.

    A lock that another thread of the parent holds at the fork is never released in the child.
    """
    _objects.add(renewable)


def _renew_all() -> None:
    global _is_forked
    _is_forked = True
    for renewable in list(_objects):
        renewable.renew()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(after_in_child=_renew_all)
