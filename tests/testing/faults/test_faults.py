"""Creating, counting, showing and removing faults."""

from __future__ import annotations

from threading import Thread
from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS, statuses
from tmdb_facade.testing import Faults, TMDBServer


def test_fault_ends_by_remove_block_clear_and_reset(server: TMDBServer, api: httpx.Client) -> None:
    fault = server.faults.status(500)
    with server.faults.latency(60):
        assert len(server.faults) == 2
        fault.remove()
        fault.remove()
    assert api.get(DETAILS).status_code == 200
    server.faults.status(500)
    server.faults.clear()
    assert api.get(DETAILS).status_code == 200
    server.faults.status(500)
    server.reset()
    assert api.get(DETAILS).status_code == 200


def test_repr_of_faults_names_effect_pattern_and_uses(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.status(503, times=2, on="movies_details")
    server.faults.drift(null="title")
    api.get(DETAILS)
    assert repr(server.faults) == (
        "<Faults: <status 503 on movies_details, used 1 of 2>, <drift (null title) on every request, used 0>>"
    )
    assert [fault.name for fault in server.faults] == ["status 503", "drift (null title)"]


@pytest.mark.parametrize(
    ("method", "arguments", "named", "message"),
    [
        ("status", (200,), {}, "from 400 to 599"),
        ("status", (600,), {}, "from 400 to 599"),
        ("status", (503,), {"code": 999}, "999"),
        ("status", (503,), {"times": 0}, "times must be at least 1, got 0"),
        ("status", (503,), {"on": "movie_details"}, "did you mean movies_details"),
        ("status", (503,), {"on": "movies.details"}, "did you mean movies_details"),
        ("status", (503,), {"on": "xyzzy"}, "tmdb_bindings.operations"),
        ("status", (503,), {"on": ""}, "invalid pattern ''"),
        ("status", (503,), {"on": "GET movies_details"}, "without a method"),
        ("status", (503,), {"on": "PATCH /3/movie/550"}, "one of DELETE, GET, POST, PUT and a path"),
        ("status", (503,), {"on": "/3/movei/550"}, "matches no operation"),
        ("status", (503,), {"on": "/movie/550"}, "start with /3/"),
        ("status", (503,), {"on": "DELETE /3/movie/550"}, "matches no operation"),
        ("status", (503,), {"on": "/3/**/credits"}, "matches no operation"),
        ("sequence", (), {}, "times must be at least 1, got 0"),
        ("sequence", (503, 302), {}, "from 400 to 599"),
        ("rate_limit", (0,), {}, "limit must be at least 1, got 0"),
        ("rate_limit", (40,), {"per": 0}, "must be positive"),
        ("connection_limit", (0,), {}, "limit must be at least 1, got 0"),
        ("drip", (0,), {}, "bytes_per_second must be positive"),
        ("damaged_body", ("brotli",), {}, "must be one of gzip_without_header, .*, got 'brotli'"),
        ("deep_body", (0,), {}, "depth must be at least 1, got 0"),
        ("huge_body", (0,), {}, "size must be at least 1, got 0"),
        ("error_under_200", (999,), {}, "999"),
        ("repeated_pages", (0,), {}, "total_pages must be at least 1, got 0"),
        ("empty_pages", (0,), {}, "total_pages must be at least 1, got 0"),
        ("empty_pages", (), {"after": -1}, "after must be at least 0, got -1"),
        ("html", (100,), {}, "from 200 to 599"),
        ("body", ("x",), {"content_type": "text/html\r\nx: y"}, "content_type must be in printable ASCII"),
        ("status", (429,), {"retry_after": "\N{SNOWMAN}"}, "retry_after must be in printable ASCII"),
        ("html", (204,), {}, r"use empty\(204\)"),
        ("body", ("{}",), {"status": 304}, r"use empty\(304\)"),
        ("redirect", ("/",), {"status": 200}, "from 300 to 399"),
        ("redirect", ("/\r\nset-cookie: a=b",), {}, "location must be in printable ASCII"),
        ("raw_bytes", ("",), {}, "data must not be empty"),
        ("latency", (-1,), {}, "must be positive"),
        ("slow_body", (float("inf"),), {}, "must be positive"),
        ("drift", (), {}, "needs at least one path"),
        ("drift", (), {"null": "results[.title"}, "invalid path"),
        ("drift", (), {"null": "a..b"}, "invalid path"),
        ("drift", (), {"null": "results[]title"}, "invalid path"),
        ("drift", (), {"null": "results.[0]"}, "invalid path"),
        ("drift", (), {"null": ""}, "invalid path"),
    ],
)
def test_faults_validate_their_arguments(
    method: str, arguments: tuple[Any, ...], named: dict[str, Any], message: str
) -> None:
    """An invalid argument raises at once and adds no fault."""
    faults = Faults()
    with pytest.raises(ValueError, match=message):
        getattr(faults, method)(*arguments, **named)
    assert len(faults) == 0


def test_fault_times_is_exact_for_concurrent_requests(server: TMDBServer, api: httpx.Client) -> None:
    """Forty requests are sent at the same time, of which ten must fail."""
    fault = server.faults.status(503, times=10)
    threads = [Thread(target=lambda: [api.get(DETAILS) for _ in range(5)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fault.used == statuses(server).count(503) == 10
    assert statuses(server).count(200) == 30
