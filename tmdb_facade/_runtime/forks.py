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


class Holdable(Protocol):
    """An object of which no thread may be inside a library while the process forks."""

    def hold(self) -> bool:
        """Keep other threads out, and return whether that succeeded within a second."""
        ...

    def release(self) -> None:
        """Let other threads in again, after `hold`."""
        ...


_holdables: WeakSet[Holdable] = WeakSet()
_held: list[Holdable] = []


def hold_while_forking(holdable: Holdable) -> None:
    """Fork only while no other thread uses the object: its library has locks that a child would inherit locked."""
    _holdables.add(holdable)


def _hold_all() -> None:
    _held.extend(holdable for holdable in list(_holdables) if holdable.hold())


def _release_all() -> None:
    while _held:
        _held.pop().release()


def _renew_all() -> None:
    global _is_forked
    _is_forked = True
    _held.clear()
    for renewable in list(_objects):
        renewable.renew()


if hasattr(os, "register_at_fork"):  # not on Windows, which has no fork
    os.register_at_fork(before=_hold_all, after_in_parent=_release_all, after_in_child=_renew_all)
