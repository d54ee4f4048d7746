"""Signals that end a program: it removes what it wrote so far, and finishes what it must not leave half done."""

from __future__ import annotations

import signal
from collections.abc import Generator
from contextlib import contextmanager
from types import FrameType

# Windows lacks some of them.
_SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def exit_on_signals() -> None:
    """Exit with an exception when a signal ends this program, so that its temporary files are removed."""
    for number in _SIGNALS:
        signal.signal(number, _exit)


@contextmanager
def delayed_signals() -> Generator[None]:
    """Delay signals that end this program until the block has ended. Does nothing on Windows."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _exit(number: int, _frame: FrameType | None) -> None:
    # A second signal must not interrupt the removal.
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
