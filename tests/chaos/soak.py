"""A long run of one client against a TMDB of another process, with 5 % faults."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from tests.chaos.engines import OpenAsync, OpenSync, Options
from tests.chaos.outcomes import check_movie
from tmdb_facade import TMDB, AsyncTMDB, TMDBError

THREADS = 32
TASKS = 500
#: The movies that the calls request by turns.
MOVIES = 400
#: The calls, and the share of all calls, after which memory must be flat.
WARM_UP_CALLS, WARM_UP = 1000, 0.2
#: The KiB and the number of descriptors, threads or tasks by which the use may differ at any time.
_MEMORY, _COUNT = 8192, 25
_SAMPLES = 40


class Sample(NamedTuple):
    """The resources in use at a moment.

    Attributes:
        calls: The calls so far.
        seconds: The seconds since the start.
        memory: The resident memory in KiB.
        descriptors: The open descriptors.
        threads: The threads.
        tasks: The tasks of the event loop.
    """

    calls: int
    seconds: float
    memory: int
    descriptors: int
    threads: int
    tasks: int


@dataclass
class Soak:
    """The figures of a run.

    Attributes:
        calls: The number of calls to make.
        results: The number of calls by outcome: `ok`, or the name of the error.
        foreign: Errors that are not ours.
        samples: What the process used, in the order of time.
    """

    calls: int
    results: Counter[str] = field(default_factory=Counter[str])
    foreign: list[BaseException] = field(default_factory=list[BaseException])
    samples: list[Sample] = field(default_factory=list[Sample])
    _began: float = field(default_factory=time.monotonic)
    _started: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def next_call(self) -> int | None:
        """Return the number of the next call, or None after the last one; take a sample now and then."""
        with self._lock:
            if self._started >= self.calls:
                return None
            if self._started % max(1, self.calls // _SAMPLES) == 0:
                self.sample()
            self._started += 1
            return self._started

    def sample(self) -> None:
        """Take a sample."""
        try:
            tasks = len(asyncio.all_tasks())
        except RuntimeError:
            tasks = 0
        self.samples.append(
            Sample(
                self._started,
                time.monotonic() - self._began,
                _memory(),
                len(os.listdir("/proc/self/fd")),
                threading.active_count(),
                tasks,
            )
        )

    def record(self, error: BaseException | None) -> None:
        """Count the outcome of a call."""
        with self._lock:
            self.results[type(error).__name__ if error is not None else "ok"] += 1
            if error is not None and not isinstance(error, TMDBError):
                self.foreign.append(error)

    def report(self, name: str) -> str:
        """Return the figures as text."""
        errors = ", ".join(f"{count} {kind}" for kind, count in self.results.most_common() if kind != "ok") or "none"
        lines = [
            f"{name}: {self.calls} calls in {self.samples[-1].seconds:.0f} s, {self.results['ok']} ok; errors: {errors}"
        ]
        middle = self.samples[len(self.samples) // 2]
        for when, each in (("start", self.flat_samples()[0]), ("middle", middle), ("end", self.samples[-1])):
            lines.append(
                f"  {when:6} {each.calls:7} calls, {each.memory / 1024:6.1f} MiB, {each.descriptors} descriptors, "
                f"{each.threads} threads, {each.tasks} tasks"
            )
        return "\n".join(lines)

    def flat_samples(self) -> list[Sample]:
        """Return the samples after the warm-up, without the last one, which is taken after the calls."""
        return [each for each in self.samples[:-1] if each.calls >= max(WARM_UP_CALLS, WARM_UP * self.calls)]

    def problems(self) -> list[str]:
        """Return what has grown, and what failed."""
        flat = self.flat_samples()
        third = max(1, len(flat) // 3)
        first, last = flat[:third], flat[-third:]
        wrong = [f"a foreign error: {error!r}" for error in self.foreign[:3]]
        growth = min(each.memory for each in last) - min(each.memory for each in first)
        # A leak of 50 bytes for each call would be hard to tell from noise.
        if growth > _MEMORY + (last[0].calls - first[0].calls) * 0.05:
            wrong.append(f"the memory grew by {growth} KiB")
        for name in ("descriptors", "threads", "tasks"):
            grown = max(getattr(each, name) for each in last) - max(getattr(each, name) for each in first)
            if grown > _COUNT:
                wrong.append(f"the number of {name} grew by {grown}")
        if self.results["ok"] < 0.98 * self.calls:
            wrong.append(f"only {self.results['ok']} of {self.calls} calls succeeded")
        return wrong


def _memory() -> int:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def soak_threads(open_client: OpenSync, options: Options, calls: int) -> Soak:
    """Make calls from 32 threads."""
    soak = Soak(calls)

    def work(tmdb: TMDB) -> None:
        while (number := soak.next_call()) is not None:
            try:
                check_movie(tmdb.movies.details(1 + number % MOVIES), 1 + number % MOVIES)
            except Exception as error:  # noqa: BLE001  (counted)
                soak.record(error)
            else:
                soak.record(None)

    with open_client(options) as tmdb:
        workers = [threading.Thread(target=work, args=(tmdb,)) for _ in range(THREADS)]
        for worker in workers:
            worker.start()
        for worker in workers:
            worker.join()
    soak.sample()
    return soak


async def soak_tasks(open_client: OpenAsync, options: Options, calls: int) -> Soak:
    """Make calls from 500 tasks."""
    soak = Soak(calls)

    async def work(tmdb: AsyncTMDB) -> None:
        while (number := soak.next_call()) is not None:
            try:
                check_movie(await tmdb.movies.details(1 + number % MOVIES), 1 + number % MOVIES)
            except Exception as error:  # noqa: BLE001  (counted)
                soak.record(error)
            else:
                soak.record(None)

    async with open_client(options) as tmdb:
        await asyncio.gather(*(work(tmdb) for _ in range(TASKS)))
    soak.sample()
    return soak


@contextmanager
def server_process() -> Generator[Options]:
    """Run a server with faults in another process; yield the options of its clients."""
    command = [sys.executable, "-m", "tests.chaos.soak_server"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            base_url, access_token = json.loads(process.stdout.readline())
            yield {"base_url": base_url, "access_token": access_token, "timeout": 20, "max_retries": 4}
        finally:
            process.stdin.close()  # ends it
