"""Calls of one thread, and of several, that meet in the cache."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, json_response
from tmdb_facade import TMDB, APITimeoutError, RequestEvent

MOVIE = {"id": 550, "title": "Fight Club"}
HOUR = {"cache-control": "public, max-age=3600"}


def client(fake: Fake, **options: Any) -> TMDB:
    """Return a client with a cache."""
    return TMDB(TOKEN, transport=fake.transport, cache="memory", on_drift="ignore", **options)


def test_hook_can_make_the_call_that_it_is_called_for() -> None:
    """It does not wait for the request that waits for the hook."""
    titles: list[str | None] = []
    fake = Fake(json_response(MOVIE, headers=HOUR))
    with client(fake) as tmdb:

        def hook(event: RequestEvent) -> None:
            if len(titles) < 1:
                titles.append("")
                titles.append(tmdb.movies.details(550).title)

        titles.append(tmdb.with_options(on_request=hook).movies.details(550).title)
    assert titles == ["", "Fight Club", "Fight Club"]


def test_identical_call_waits_at_most_its_rate_timeout() -> None:
    """The first call has not sent its request yet: its hook blocks, as a rate limit does."""
    entered, leave = Event(), Event()
    fake = Fake(json_response(MOVIE, headers=HOUR))

    def block(event: RequestEvent) -> None:
        entered.set()
        leave.wait(10)

    with client(fake) as tmdb, ThreadPoolExecutor(1) as pool:
        first = pool.submit(tmdb.with_options(on_request=block).movies.details, 550)
        assert entered.wait(10)
        try:
            with pytest.raises(APITimeoutError, match="longer than rate_timeout"):
                tmdb.with_options(rate_timeout=0.1).movies.details(550)
        finally:
            leave.set()
        assert first.result(10).title == "Fight Club"
    assert [type(request) for request in fake.requests] == [httpx.Request]
