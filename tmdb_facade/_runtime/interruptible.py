"""Run calls that Ctrl-C could not interrupt otherwise."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread, get_ident, main_thread
from typing import Any, TypeVar, cast

T = TypeVar("T")


class Interruptible:
    """Runs the main thread's calls in a helper thread: Python handles signals only while its main thread runs Python.

    A call that is interrupted goes on in its helper thread, and its result is lost.
    """

    def __init__(self) -> None:
        """Start no thread."""
        self._helper: _Helper | None = None

    def run(self, call: Callable[[], T]) -> T:
        """Run a call. Other threads than the main thread get no signals, and run it themselves."""
        if get_ident() != main_thread().ident:
            return call()
        helper, self._helper = self._helper or _Helper(), None
        result = helper.run(call)
        # Not after an interruption: the helper is still busy then.
        self._helper = helper
        return result

    def __del__(self) -> None:
        """End the helper thread of a client that was never closed."""
        self.close()

    def close(self) -> None:
        """End the helper thread."""
        helper, self._helper = self._helper, None
        if helper is not None:
            helper.end()


class _Helper:
    """A thread that runs one call at a time. It does not keep the program alive."""

    def __init__(self) -> None:
        self._calls: SimpleQueue[Callable[[], Any] | None] = SimpleQueue()
        self._results: SimpleQueue[tuple[Any, BaseException | None]] = SimpleQueue()
        Thread(target=self._work, name="tmdb-facade exchange", daemon=True).start()

    def _work(self) -> None:
        while (call := self._calls.get()) is not None:
            result: tuple[Any, BaseException | None]
            try:
                result = call(), None
            except BaseException as error:  # noqa: BLE001  (raised in the main thread)
                result = None, error
            del call
            self._results.put(result)
            del result

    def run(self, call: Callable[[], T]) -> T:
        """Run a call in the thread; a signal handler can raise meanwhile."""
        try:
            self._calls.put(call)
            result, error = self._results.get()
        except BaseException:
            self.end()
            raise
        if error is not None:
            try:
                raise error
            finally:
                del error  # it would refer to this frame, and the frame to it
        return cast("T", result)

    def end(self) -> None:
        """End the thread after its call."""
        self._calls.put(None)
