"""Cancelled calls, closed clients and ending processes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from concurrent.futures import CancelledError

import pytest

from tests.chaos.raw_server import Pause, RawServer, answer
from tests.engines.driver import Driver, request_to
from tests.engines.table import Engine
from tmdb_facade import ClientClosedError

#: The number of processes of each kind that end with a call.
EXITS = int(os.environ.get("ENGINE_EXITS", "2"))

_SYNC = """
from tmdb_facade import TMDB
with TMDB("t", base_url={url!r}{engine}) as tmdb:
    tmdb.movies.details(550)
"""
_ASYNC = """
import asyncio
from tmdb_facade import AsyncTMDB
async def main():
    async with AsyncTMDB("t", base_url={url!r}{engine}) as tmdb:
        await tmdb.movies.details(550)
asyncio.run(main())
"""


def test_close_ends_running_and_waiting_calls(entry: Engine) -> None:
    with RawServer([Pause(3), answer(b"{}")]) as server, Driver(entry) as engine:
        futures = [engine.start(request_to(server.base_url)) for _ in range(30)]
        deadline = time.monotonic() + 5
        while len(server.requests) < 20 and time.monotonic() < deadline:
            time.sleep(0.01)
        engine.close()
        for future in futures[20:]:
            assert isinstance(future.exception(10), ClientClosedError)
        # Without an end, an exchange of a thread goes on; its call ends with the response.
        errors = [future.exception(10) for future in futures[:20]]
        assert all(error is None or isinstance(error, ClientClosedError) for error in errors)


@pytest.mark.engines_with("is_async")
def test_cancelled_calls_cost_no_slot(entry: Engine) -> None:
    chance = random.Random(1)
    with RawServer([Pause(0.05), answer(b"{}")]) as server, Driver(entry) as engine:
        for _ in range(5):
            futures = [engine.start(request_to(server.base_url)) for _ in range(40)]
            for future in futures:
                time.sleep(chance.random() * 0.004)
                future.cancel()
            for future in futures:
                try:
                    future.exception(10)
                except CancelledError:
                    continue
        responses = engine.send_all([request_to(server.base_url) for _ in range(40)])
        assert [getattr(response, "status", response) for response in responses] == [200] * 40


@pytest.mark.engines_with("is_named")
def test_process_that_ends_with_a_call_exits_cleanly(entry: Engine) -> None:
    engine = f", engine={entry.name!r}"
    with RawServer([answer(b'{"id": 550}')]) as server:
        script = (_ASYNC if entry.is_async else _SYNC).format(url=server.base_url, engine=engine)
        for _ in range(EXITS):
            ended = subprocess.run(
                [sys.executable, "-W", "ignore", "-c", script], capture_output=True, text=True, timeout=60, check=False
            )
            assert (ended.returncode, ended.stderr) == (0, "")
