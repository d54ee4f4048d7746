"""Faults and the request log count exactly when many threads use them."""

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
TRACED = (rules.__file__, request_log.__file__)


def switch_threads(frame: FrameType, event: str, argument: object) -> Any:
    """Switch threads after every opcode, so that races show in every run."""
    if frame.f_code.co_filename not in TRACED:
        return None
    frame.f_trace_opcodes = True
    time.sleep(0)
    return switch_threads


@pytest.fixture(autouse=True)
def _interrupted() -> Iterator[None]:
    before = threading.gettrace()
    threading.settrace(switch_threads)
    yield
    threading.settrace(before)


def in_threads(do: Callable[[int], object]) -> None:
    """Call a function many times in each of several numbered threads; raise its errors."""

    def work(number: int) -> None:
        for _ in range(TIMES):
            do(number)

    with ThreadPoolExecutor(THREADS) as pool:
        for done in [pool.submit(work, number) for number in range(THREADS)]:
            done.result()


def test_fault_times_is_exact_across_threads() -> None:
    """Half of the requests are hit, whichever thread sends them."""
    faults, hits = Faults(), list[object]()
    failing = faults.status(503, times=THREADS * TIMES // 2)

    def ask(_: int) -> None:
        if (outcome := faults.decide("GET", DETAILS)) is not None:
            hits.append(outcome)

    in_threads(ask)
    assert failing.used == len(hits) == THREADS * TIMES // 2
    assert len(faults) == 0


def test_drift_times_is_exact_across_threads() -> None:
    faults, bodies = Faults(), list[dict[str, object]]()
    drift = faults.drift(null="title", times=THREADS * TIMES // 2)

    def answer(_: int) -> None:
        body: dict[str, object] = {"title": "Fight Club"}
        if (outcome := faults.decide("GET", DETAILS)) is not None:
            faults.change(outcome, body)
        bodies.append(body)

    in_threads(answer)
    assert drift.used == sum(body["title"] is None for body in bodies) == THREADS * TIMES // 2


def test_removing_a_fault_keeps_those_of_other_threads() -> None:
    faults = Faults()

    def add_and_remove(number: int) -> None:
        with faults.latency(number + 1, on=f"/3/movie/{number}"):
            outcome = faults.decide("GET", f"/3/movie/{number}")
            assert outcome is not None
            assert outcome.delay == number + 1

    in_threads(add_and_remove)
    assert len(faults) == 0


def test_request_log_has_the_requests_of_all_threads() -> None:
    """The log is read while the threads add requests."""
    log = RequestLog()

    def ask(number: int) -> None:
        log.add(LoggedRequest("GET", f"/3/movie/{number}", b"", []))
        assert log[-1] in list(log)

    in_threads(ask)
    assert len(log) == log.total == THREADS * TIMES
