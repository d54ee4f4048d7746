"""Signals that end a program: it removes what it wrote so far, and finishes what it must not leave half done."""

from __future__ import annotations

import atexit
import shutil
import signal
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
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


@contextmanager
def temporary_folder(prefix: str = "tmp", place: Path | None = None) -> Generator[Path]:
    """Make a folder that is removed when the block has ended. No signal leaves it behind.

    Args:
        prefix: The start of its name.
        place: The folder that contains it. Defaults to that of the system's temporary files.
    """
    with delayed_signals():
        folder = Path(tempfile.mkdtemp(prefix=prefix, dir=place))
        # Removes the folder if a signal interrupts what is between the blocks.
        remove = atexit.register(partial(_remove, folder))
    try:
        yield folder
    finally:
        remove()
        atexit.unregister(remove)


def _remove(folder: Path) -> None:
    with delayed_signals():
        shutil.rmtree(folder, ignore_errors=True)


def _exit(number: int, _frame: FrameType | None) -> None:
    # A second signal must not interrupt the removal.
    for other in _SIGNALS:
        signal.signal(other, signal.SIG_IGN)
    raise SystemExit(128 + number)
