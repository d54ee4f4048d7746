"""Calls that are cancelled, or whose hooks raise, leave no connection in use."""

from __future__ import annotations

import asyncio
import random

import pytest

from tests.facade.slow import PATIENCE, SlowPages, slow_server
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, AsyncTMDB, RequestEvent, ResponseEvent
from tmdb_facade.testing import TMDBServer


async def test_cancelled_calls_give_their_connections_back() -> None:
    """httpcore loses connections whose requests are cancelled (encode/httpcore#1093)."""
    chance = random.Random(0)
    with slow_server() as url:
        async with AsyncTMDB(TOKEN, base_url=url, on_drift="ignore", timeout=PATIENCE) as tmdb:
            for _ in range(3):
                calls = [asyncio.create_task(tmdb.movies.popular().page(number)) for number in range(1, 61)]
                for call in calls:
                    asyncio.get_running_loop().call_later(chance.uniform(0, 0.15), call.cancel)
                await asyncio.gather(*calls, return_exceptions=True)
            async with asyncio.timeout(PATIENCE):
                pages = await asyncio.gather(*(tmdb.movies.popular().page(number) for number in range(1, 61)))
            assert [page.page for page in pages] == list(range(1, 61))


async def test_calls_that_are_cut_by_their_deadline_give_their_connections_back() -> None:
    with slow_server() as url:
        async with AsyncTMDB(TOKEN, base_url=url, on_drift="ignore", max_retries=0) as tmdb:
            SlowPages.delays.update(dict.fromkeys(range(1, 41), PATIENCE))
            hasty = tmdb.with_options(total_timeout=0.1)
            calls = [hasty.movies.popular().page(number) for number in range(1, 41)]
            results = await asyncio.gather(*calls, return_exceptions=True)
            assert {type(result).__name__ for result in results} == {"APITimeoutError"}
            SlowPages.delays.clear()
            async with asyncio.timeout(PATIENCE):
                pages = await asyncio.gather(*(tmdb.movies.popular().page(number) for number in range(41, 101)))
            assert [page.page for page in pages] == list(range(41, 101))
            SlowPages.released.set()


async def test_cancelled_request_is_reported_with_its_end() -> None:
    """A gauge of running requests, counted by the hooks, goes back to zero."""
    events: list[ResponseEvent] = []
    started = asyncio.Event()
    with slow_server() as url:
        SlowPages.delays.update({1: PATIENCE})
        async with AsyncTMDB(TOKEN, base_url=url, on_drift="ignore") as tmdb:
            hooked = tmdb.with_options(on_request=lambda _: started.set(), on_response=events.append)
            call = asyncio.create_task(hooked.movies.popular().page(1))
            await started.wait()
            call.cancel()
            with pytest.raises(asyncio.CancelledError):
                await call
            SlowPages.released.set()
    assert [(event.status, event.error) for event in events] == [(None, "CancelledError")]


def test_hooks_that_raise_give_their_connections_back() -> None:
    """More calls than there are connections; the hook's own error reaches the caller."""

    def fail(event: RequestEvent | ResponseEvent) -> None:
        raise LookupError("hook")

    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url, on_response=fail) as tmdb:
        for _ in range(25):
            with pytest.raises(LookupError, match="hook"):
                tmdb.movies.details(550)
        assert tmdb.with_options(on_response=None).movies.details(550).id == 550
