"""Several calls or values at once, for the async client. `many_threads` has the same names for the sync client."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, AsyncIterable, Awaitable, Callable, Iterable, Sequence
from time import monotonic
from typing import TypeAlias, TypeVar

from tmdb_facade._runtime.tasks import running_loop

T = TypeVar("T")

#: The ids of `details_many`, from any iterable or async iterable.
AsyncIds: TypeAlias = Iterable[T] | AsyncIterable[T]


async def iterate(values: AsyncIds[T], end: float | None, late: Callable[[], Exception]) -> AsyncGenerator[T]:
    """Iterate over the values of any iterable or async iterable.

    Args:
        values: The values. Closing the generator does not close that of the caller.
        end: When to stop waiting for a value of an async iterable, by `time.monotonic()`; `None` for never.
        late: Returns the error at the end.
    """
    if not isinstance(values, AsyncIterable):
        for value in values:
            yield value
        return
    iterator = aiter(values)
    while True:
        limit = asyncio.timeout(None if end is None else end - monotonic())
        try:
            async with limit:
                value = await anext(iterator)
        except StopAsyncIteration:
            return
        except TimeoutError:
            if limit.expired():
                raise late() from None
            raise
        yield value


async def gather(calls: Sequence[Callable[[], Awaitable[T]]]) -> list[T]:
    """Run a few calls concurrently.

    Args:
        calls: Functions without arguments.

    Returns:
        Their results, in the order of the calls.
    """
    if len(calls) == 1:
        return [await calls[0]()]

    async def run(call: Callable[[], Awaitable[T]]) -> T:
        return await call()

    loop = running_loop()
    tasks = [loop.create_task(run(call)) for call in calls]
    try:
        return list(await asyncio.gather(*tasks))
    finally:
        # No call outlives an error or a cancellation.
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
