"""Faults and the log lose nothing and count nothing twice when many threads are at them."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from types import FrameType
from typing import Any

import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import Faults, RequestLog
from tmdb_facade.testing.faults import request_log, rules
from tmdb_facade.testing.faults.request_log import LoggedRequest

THREADS = 4
TIMES = 25
WATCHED = (rules.__file__, request_log.__file__)


def yielding(frame: FrameType, event: str, argument: object) -> Any:
    """Let another thread go on after every single step: left to chance, it would happen too seldom to be seen."""
    if frame.f_code.co_filename not in WATCHED:
        return None
    frame.f_trace_opcodes = True
    time.sleep(0)
    return yielding


@pytest.fixture(autouse=True)
def _interrupted() -> Iterator[None]:
    before = threading.gettrace()
    threading.settrace(yielding)
    yield
    threading.settrace(before)


def in_threads(do: Callable[[int], object]) -> None:
    """Do something many times in each of some threads, which have a number each; errors come through."""

    def work(number: int) -> None:
        for _ in range(TIMES):
            do(number)

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(work, number) for number in range(THREADS)]:
            done.result()


def test_a_fault_is_used_exactly_so_often() -> None:
    """Half of the requests are hit, whoever sends them."""
    faults, hits = Faults(), list[object]()
    failing = faults.status(503, times=THREADS * TIMES // 2)

    def ask(_: int) -> None:
        if (outcome := faults.decide("GET", DETAILS)) is not None:
            hits.append(outcome)

    in_threads(ask)
    assert failing.used == len(hits) == THREADS * TIMES // 2
    assert len(faults) == 0


def test_drift_changes_exactly_so_many_answers() -> None:
    """Which they are is seen when they are made."""
    faults, bodies = Faults(), list[dict[str, object]]()
    drift = faults.drift(null="title", times=THREADS * TIMES // 2)

    def answer(_: int) -> None:
        body: dict[str, object] = {"title": "Fight Club"}
        if (outcome := faults.decide("GET", DETAILS)) is not None:
            faults.change(outcome, body)
        bodies.append(body)

    in_threads(answer)
    assert drift.used == sum(body["title"] is None for body in bodies) == THREADS * TIMES // 2


def test_faults_that_come_and_go_do_not_take_others_along() -> None:
    """Each thread meets its own for as long as it lasts, and none is left in the end."""
    faults = Faults()

    def come_and_go(number: int) -> None:
        with faults.latency(number + 1, on=f"/3/movie/{number}"):
            outcome = faults.decide("GET", f"/3/movie/{number}")
            assert outcome is not None
            assert outcome.delay == number + 1

    in_threads(come_and_go)
    assert len(faults) == 0


def test_the_log_has_every_request() -> None:
    """While others look at it."""
    log = RequestLog()

    def ask(number: int) -> None:
        log.add(LoggedRequest("GET", f"/3/movie/{number}", b"", []))
        assert log[-1] in list(log)

    in_threads(ask)
    assert len(log) == log.total == THREADS * TIMES
