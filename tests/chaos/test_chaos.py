"""Every fault under every engine, in the sync and the async client, for one call and for many at once.

`make chaos` runs all cases. A failure shows its seed and its schedule; the same seed draws the same schedule again:

    make chaos CHAOS_SEED=7 PYTEST_ARGS="-n 0 -k http_client-async-reset-many"
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from random import Random

import pytest
from _pytest.mark import ParameterSet

from tests.chaos.engines import ENGINES, Engine
from tests.chaos.faults import FAULTS, Fault
from tests.chaos.leaks import threads, wait_until
from tests.chaos.outcomes import judge
from tests.chaos.schedule import MARGIN, draw
from tests.chaos.stage import Stage
from tests.chaos.task_driver import TaskDriver
from tests.chaos.thread_driver import ThreadDriver

pytestmark = [
    pytest.mark.chaos,
    pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning"),  # of Python 3.12, for threads
    # Lists that end before their totals.
    pytest.mark.filterwarnings("ignore::tmdb_facade.TruncationWarning"),
    pytest.mark.filterwarnings("ignore::tmdb_facade.StalledListWarning"),
]

SEED = int(os.environ.get("CHAOS_SEED") or "1")
#: The number of cases to run; 0 for all.
CASES = int(os.environ.get("CHAOS_CASES") or "0")


def _cases() -> Sequence[ParameterSet]:
    """Return the parameters of the cases: all, or some that the seed chooses."""
    cases = [
        pytest.param(
            engine,
            fault,
            is_async,
            is_alone,
            id=f"{engine.name}-{'async' if is_async else 'sync'}-{fault.name}-{'alone' if is_alone else 'many'}",
        )
        for engine in ENGINES
        for is_async in (False, True)
        if (engine.open_async if is_async else engine.open_sync) is not None
        for fault in FAULTS
        for is_alone in (True, False)
    ]
    return Random(SEED).sample(cases, CASES) if 0 < CASES < len(cases) else cases


@pytest.fixture(autouse=True)
def short_backoff(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retry soon."""
    monkeypatch.setattr("tmdb_facade._core.sending.retries.BACKOFF", 0.05)


@pytest.mark.parametrize(("engine", "fault", "is_async", "is_alone"), _cases())
def test_client_survives(
    engine: Engine, fault: Fault, is_async: bool, is_alone: bool, request: pytest.FixtureRequest
) -> None:
    """Calls end in time in results or our errors; writes are carried out once; nothing is left; the client goes on."""
    schedule = draw(f"{SEED} {request.node.name}", fault, is_alone=is_alone)
    before = threads()
    with Stage(Random(schedule.seed), has_line=fault.inject is None) as stage:
        driver: TaskDriver | ThreadDriver
        if is_async:
            assert engine.open_async is not None
            driver = TaskDriver(schedule, engine, stage)
            asyncio.run(driver.run(engine.open_async))
        else:
            assert engine.open_sync is not None
            driver = ThreadDriver(schedule, engine, stage)
            driver.run(engine.open_sync)
        if not wait_until(lambda: not threads() - before, MARGIN):
            driver.wrong.append(f"threads are left after the event loop: {threads() - before}")
        wrong = driver.wrong + judge(schedule, driver.outcomes, stage.arrivals(), engine.overrun)
    assert not wrong, "\n".join([*wrong, f"CHAOS_SEED={SEED}", f"schedule: {schedule}", *map(repr, driver.outcomes)])
