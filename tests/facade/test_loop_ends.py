"""Clients that are never closed, at the end of their event loop."""

from __future__ import annotations

import asyncio

import pytest

from tests.facade.redis_server import RedisServer
from tmdb_facade import TMDB, AsyncTMDB, RateLimit
from tmdb_facade.testing import TMDBServer


@pytest.mark.redis
def test_loop_closes_the_connections_to_redis(redis_server: RedisServer) -> None:
    """Also if a client has several. An error of a loop's end, or an open connection, fails the test."""
    problems: list[object] = []
    with TMDBServer() as server:
        limit = RateLimit(20, 1, shared=redis_server.url)
        tmdb = AsyncTMDB(server.access_token, base_url=server.base_url, cache=redis_server.url, rate_limit=limit)

        async def call() -> int | None:
            asyncio.get_running_loop().set_exception_handler(lambda _, context: problems.append(context))
            await tmdb.genres.movies()
            return (await tmdb.movies.details(550)).id

        assert [asyncio.run(call()) for _ in range(3)] == [550] * 3
    assert problems == []


def test_loop_that_ends_while_calls_connect_reports_no_error() -> None:
    problems: list[object] = []
    with TMDBServer() as server:
        tmdb = AsyncTMDB(server.access_token, base_url=server.base_url)
        calls: list[asyncio.Task[object]] = []

        async def start() -> None:
            asyncio.get_running_loop().set_exception_handler(lambda _, context: problems.append(context))
            calls.extend(asyncio.create_task(tmdb.movies.details(number)) for number in range(5))
            await asyncio.sleep(0)
            await asyncio.sleep(0)

        for _ in range(5):
            asyncio.run(start())
        assert all(call.cancelled() for call in calls)
        # The server has accepted the earlier connections before it answers this call, and closes them when it stops.
        with TMDB(server.access_token, base_url=server.base_url) as later:
            assert later.movies.details(550).id == 550
    assert problems == []
