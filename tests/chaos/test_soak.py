"""100,000 calls from 32 threads and from 500 tasks, with 5 % faults, leave memory and descriptors flat.

`make soak` runs it for each engine, and prints the figures.
"""

from __future__ import annotations

import asyncio
import os

import pytest

from tests.chaos.engines import ENGINES, Engine
from tests.chaos.soak import server_process, soak_tasks, soak_threads

pytestmark = pytest.mark.soak

CALLS = int(os.environ.get("SOAK_CALLS") or "100000")


@pytest.fixture(autouse=True)
def short_backoff(monkeypatch: pytest.MonkeyPatch) -> None:
    """Retry soon."""
    monkeypatch.setattr("tmdb_facade._core.sending.retries.BACKOFF", 0.05)


@pytest.mark.parametrize("engine", [pytest.param(each, id=each.name) for each in ENGINES if each.open_sync])
def test_threads_leave_memory_and_descriptors_flat(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert engine.open_sync is not None
    with server_process() as options:
        soak = soak_threads(engine.open_sync, options, CALLS)
    with capsys.disabled():
        print(f"\n{soak.report(f'{engine.name}, 32 threads')}")
    assert not soak.problems()


@pytest.mark.parametrize("engine", [pytest.param(each, id=each.name) for each in ENGINES if each.open_async])
def test_tasks_leave_memory_and_descriptors_flat(engine: Engine, capsys: pytest.CaptureFixture[str]) -> None:
    assert engine.open_async is not None
    with server_process() as options:
        soak = asyncio.run(soak_tasks(engine.open_async, options, CALLS))
    with capsys.disabled():
        print(f"\n{soak.report(f'{engine.name}, 500 tasks')}")
    assert not soak.problems()
