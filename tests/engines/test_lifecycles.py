"""Cancelled calls, closed clients and ending processes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import CancelledError
from contextlib import ExitStack
from pathlib import Path

import pytest
import trustme

from tests.chaos.raw_server import Pause, RawServer, Script, answer
from tests.engines.driver import PATIENCE, Driver, request_to
from tests.engines.servers import tls_server
from tests.engines.table import Engine
from tests.facade.slow import wait_until
from tmdb_facade import ClientClosedError

#: The number of processes of each kind that end with a call; `make exits` sets it.
EXITS = int(os.environ.get("ENGINE_EXITS", "1"))

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
    released = threading.Event()

    def respond(_: bytes) -> Script:
        released.wait(PATIENCE)
        return [answer(b"{}")]

    with RawServer(respond=respond) as server, Driver(entry) as engine:
        running = [engine.start(request_to(server.base_url, read=PATIENCE)) for _ in range(20)]
        assert wait_until(lambda: len(server.requests) == 20)
        waiting = [engine.start(request_to(server.base_url)) for _ in range(10)]
        time.sleep(0.05)  # a call that has not begun to wait ends in the same way
        engine.close()
        for future in waiting:
            assert isinstance(future.exception(10), ClientClosedError)
        # Without an end, an exchange of a thread goes on; its call ends with the response.
        released.set()
        errors = [future.exception(10) for future in running]
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
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_process_that_ends_with_a_call_exits_cleanly(entry: Engine, scheme: str, tmp_path: Path) -> None:
    engine = f", engine={entry.name!r}"
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    environment = {**os.environ, "SSL_CERT_FILE": str(tmp_path / "authority.pem")}
    with ExitStack() as stack:
        if scheme == "http":
            url = stack.enter_context(RawServer([answer(b'{"id": 550}')])).base_url
        else:
            url = stack.enter_context(tls_server(authority, tmp_path, b'{"id": 550}'))
        script = (_ASYNC if entry.is_async else _SYNC).format(url=url, engine=engine)
        ended = [
            subprocess.run(
                [sys.executable, "-W", "ignore", "-c", script],
                capture_output=True,
                text=True,
                timeout=60,
                check=False,
                env=environment,
            )
            for _ in range(EXITS)
        ]
    failed = [process for process in ended if (process.returncode, process.stderr) != (0, "")]
    assert not failed, f"{len(failed)} of {len(ended)} processes, the first one: {failed[0]}"
    print(f"{entry.id}, {scheme}: {len(ended)} of {len(ended)} exits are clean")
