"""Faults as objects: made, counted, shown and ended."""

from __future__ import annotations

from threading import Thread
from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS, statuses
from tmdb_facade.testing import Faults, TMDBServer


def test_faults_end_when_they_are_told_to(server: TMDBServer, api: httpx.Client) -> None:
    """By themselves, by their block, by `clear()` and with the state."""
    one = server.faults.status(500)
    with server.faults.latency(60):
        assert len(server.faults) == 2
        one.remove()
        one.remove()
    assert api.get(DETAILS).status_code == 200
    server.faults.status(500)
    server.faults.clear()
    assert api.get(DETAILS).status_code == 200
    server.faults.status(500)
    server.reset()
    assert api.get(DETAILS).status_code == 200


def test_faults_say_what_they_are(server: TMDBServer, api: httpx.Client) -> None:
    """In the output of a failed test."""
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
        ("status", (503,), {"times": 0}, "at least once"),
        ("status", (503,), {"on": "movie_details"}, "did you mean movies_details"),
        ("status", (503,), {"on": "movies.details"}, "did you mean movies_details"),
        ("status", (503,), {"on": "xyzzy"}, "tmdb_bindings.operations"),
        ("status", (503,), {"on": ""}, "no target"),
        ("status", (503,), {"on": "GET movies_details"}, "without a method"),
        ("status", (503,), {"on": "PATCH /3/movie/550"}, "a method is one of"),
        ("status", (503,), {"on": "/3/movei/550"}, "leads to no operation"),
        ("status", (503,), {"on": "/movie/550"}, "begin with /3/"),
        ("status", (503,), {"on": "DELETE /3/movie/550"}, "leads to no operation"),
        ("status", (503,), {"on": "/3/**/credits"}, "leads to no operation"),
        ("sequence", (), {}, "at least once"),
        ("sequence", (503, 302), {}, "from 400 to 599"),
        ("rate_limit", (0,), {}, "at least one request"),
        ("rate_limit", (40,), {"per": 0}, "above zero"),
        ("html", (100,), {}, "from 200 to 599"),
        ("latency", (-1,), {}, "above zero"),
        ("slow_body", (float("inf"),), {}, "above zero"),
        ("drift", (), {}, "needs a path"),
        ("drift", (), {"null": "results[.title"}, "no path of a body"),
        ("drift", (), {"null": "a..b"}, "no path of a body"),
        ("drift", (), {"null": "results[]title"}, "no path of a body"),
        ("drift", (), {"null": "results.[0]"}, "no path of a body"),
        ("drift", (), {"null": ""}, "no path of a body"),
    ],
)
def test_wrong_arguments_are_said_at_once(
    method: str, arguments: tuple[Any, ...], named: dict[str, Any], message: str
) -> None:
    """Before any request, with the way out where there is one; and nothing is set."""
    faults = Faults()
    with pytest.raises(ValueError, match=message):
        getattr(faults, method)(*arguments, **named)
    assert len(faults) == 0


def test_faults_are_counted_exactly_however_many_ask_at_once(server: TMDBServer, api: httpx.Client) -> None:
    """Ten of forty requests that come side by side."""
    fault = server.faults.status(503, times=10)
    threads = [Thread(target=lambda: [api.get(DETAILS) for _ in range(5)]) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert fault.used == statuses(server).count(503) == 10
    assert statuses(server).count(200) == 30
