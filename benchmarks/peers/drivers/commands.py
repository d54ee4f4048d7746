"""The commands of drivers: what is measured inside of a client's process."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any, TypedDict

from benchmarks.peers.drivers.harness import CONCURRENT_CALLS, MOVIE_ID, Driver, call_once, finish, is_async

Reply = dict[str, object]


class ExpectedAnswer(TypedDict):
    """A damaged answer to request.

    Attributes:
        name: The kind of damage.
        kind: `movie` or `page`.
        number: The id of the movie or the number of the page.
        ids: The ids that a result must have; None if the answer is neither a movie nor a page.
    """

    name: str
    kind: str
    number: int
    ids: list[int] | None


async def details(driver: Driver, count: int, append: str = "") -> Reply:
    """Request a movie several times; return the CPU seconds of one call."""
    gc.collect()
    start = time.process_time()
    for _ in range(count):
        await finish(driver.details(MOVIE_ID, append))
    return {"cpu": (time.process_time() - start) / count}


async def decode(driver: Driver, count: int, kind: str, body: str) -> Reply:
    """Decode a body several times; return the CPU seconds of one."""
    content = body.encode()
    function: Callable[[bytes], Any] = driver.decode_movie if kind == "movie" else driver.decode_page
    function(content)
    gc.collect()
    start = time.process_time()
    for _ in range(count):
        function(content)
    return {"cpu": (time.process_time() - start) / count}


async def walk(driver: Driver, pages: int) -> Reply:
    """Read all movies on the first pages: by the client's pager if it has one, else one page after another."""
    start = time.perf_counter()
    found = await finish(driver.walk(pages))
    if found is None:
        found = 0
        for number in range(1, pages + 1):
            found += len(driver.movies(await finish(driver.page(number))))
    return {"seconds": time.perf_counter() - start, "movies": found}


async def limited(driver: Driver, count: int, seconds: float) -> Reply:
    """Request many movies from a server with a rate limit; count the calls without an answer.

    Sync clients send one call after another, async clients 20 at once. After `seconds`, no further call is sent.
    """
    driver = driver.with_rate_limit()
    start = time.perf_counter()
    left, answered = count, 0

    async def work() -> None:
        nonlocal left, answered
        while left and time.perf_counter() - start < seconds:
            left -= 1
            try:
                answer = await finish(driver.details(MOVIE_ID))
                answered += driver.movie(answer)[0] == MOVIE_ID
            except Exception:  # noqa: BLE001  (a call that fails is a lost call)
                pass

    await _together(driver, work)
    return {"seconds": time.perf_counter() - start, "lost": count - answered}


async def survive(driver: Driver, answers: list[ExpectedAnswer]) -> Reply:
    """Request damaged answers, each with a new client, as an answer can spoil a client; return the outcome of each."""
    outcomes: dict[int, str] = {}
    left = list(enumerate(answers))

    async def work() -> None:
        while left:
            index, expected = left.pop(0)
            client = type(driver)(*driver.arguments)
            outcomes[index] = await _outcome(client, expected)
            await finish(client.close())

    await _together(driver, work)
    return {"outcomes": [outcomes[index] for index in range(len(answers))]}


async def _together(driver: Driver, work: Callable[[], Awaitable[None]]) -> None:
    """Run one worker for a sync client, 20 for an async one."""
    if is_async(type(driver).__name__):
        import asyncio

        await asyncio.gather(*(work() for _ in range(CONCURRENT_CALLS)))
    else:
        await work()


async def _outcome(driver: Driver, expected: ExpectedAnswer) -> str:
    """Return `result`, `error`, `wrong`, or the name of a foreign exception."""
    number, ids = expected["number"], expected["ids"]
    try:
        if expected["kind"] == "movie":
            found = [driver.movie(await finish(driver.details(number)))]
        else:
            found = driver.movies(await finish(driver.page(number)))
    except driver.errors:
        return "error"
    except Exception as error:  # noqa: BLE001  (a foreign exception is a result)
        return type(error).__name__
    read = [number for number, _ in found]
    return "result" if ids is not None and all(number in read for number in ids) else "wrong"


async def peak(driver: Driver) -> Reply:
    """Return the peak memory of this process in KiB."""
    return {"kib": peak_kib()}


def peak_kib() -> int:
    """Return the peak resident memory of this process in KiB."""
    try:
        # On Linux, the value of getrusage includes the memory of the parent before exec.
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM:"))
    except OSError:
        size = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return size // 1024 if sys.platform == "darwin" else size


async def hello(driver: Driver) -> Reply:
    """Read the id and the title of a movie and of a page, so that a broken driver is found before it is measured."""
    page = driver.movies(await finish(driver.page(1)))
    return {**await call_once(driver), "first": page[0], "rows": len(page)}


COMMANDS: dict[str, Callable[..., Any]] = {
    command.__name__: command for command in (hello, details, decode, walk, limited, survive, peak)
}
