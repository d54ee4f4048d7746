"""Several calls or values at once, for the sync client. `many_tasks` has the same names for the async client."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Sequence
from typing import TypeAlias, TypeVar

from tmdb_facade._runtime.threads import BackgroundCalls, current_call

T = TypeVar("T")

#: The ids of `details_many`, from any iterable.
Ids: TypeAlias = Iterable[T]


def iterate(values: Ids[T], _end: float | None, _late: Callable[[], Exception]) -> Generator[T]:
    """Iterate over the values of any iterable, which no timeout can interrupt.

    Closing the generator does not close that of the caller.
    """
    for value in values:  # noqa: UP028  (`yield from` would close it)
        yield value


def gather(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Run a few calls concurrently.

    Args:
        calls: Functions without arguments.

    Returns:
        Their results, in the order of the calls.
    """
    if len(calls) == 1:
        return [calls[0]()]
    background = BackgroundCalls()
    if (current := current_call()) is not None:
        current.on_cancel = background.close
        current.check()  # it may have been cancelled before
    try:
        return [started.result() for started in [background.start(call) for call in calls]]
    finally:
        # No call outlives an error.
        background.close()
