"""Waiting in logins, for the sync client. `login_tasks` has the same names for the async client."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event
from time import monotonic
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")

#: Seconds of an uninterrupted wait: Ctrl-C does not end a wait on Windows.
_LONGEST_WAIT = 0.5


class Wakeup:
    """A wait that any thread can end."""

    __slots__ = ("_event",)

    def __init__(self) -> None:
        self._event = Event()

    def wake(self) -> None:
        """End the current wait, or else the next one."""
        self._event.set()

    def wait(self, seconds: float) -> None:
        """Wait until woken, at most some seconds."""
        end = monotonic() + seconds
        while not self._event.wait(min(_LONGEST_WAIT, max(0.0, end - monotonic()))) and monotonic() < end:
            pass
        self._event.clear()


def in_thread(function: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> T:
    """Call a function. The sync client may block."""
    return function(*args, **kwargs)
