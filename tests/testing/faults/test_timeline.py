"""Timelines: phases of faults by the number of requests and the server's clock."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS, statuses
from tmdb_facade.testing import Faults, TMDBServer


class Time:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now


def names(faults: Faults, path: str = DETAILS) -> list[str]:
    """Return the names of the faults that hit a request."""
    outcome = faults.decide("GET", path)
    return [] if outcome is None else outcome.faults


def test_phases_follow_each_other_by_requests_and_by_the_servers_clock(server: TMDBServer, api: httpx.Client) -> None:
    server.clock.stop(datetime(2026, 1, 1, tzinfo=UTC))
    timeline = server.faults.timeline()
    timeline.phase(requests=2)
    timeline.phase(seconds=10).status(503)
    slow = timeline.phase(seconds=20)
    slow.latency(0.01)
    slow.drift(null="title")
    assert [api.get(DETAILS).status_code for _ in range(4)] == [200, 200, 503, 503]
    server.clock.advance(seconds=9.5)
    assert api.get(DETAILS).status_code == 503
    server.clock.advance(seconds=0.5)
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.json()["title"]) == (200, None)
    assert server.requests.last.faults == ("latency 0.01 s", "timeline", "drift (null title)")
    is_over = [timeline.is_over]
    server.clock.advance(seconds=20)
    assert [*is_over, timeline.is_over] == [False, True]
    assert api.get(DETAILS).json()["title"] == "Fight Club"
    assert timeline.used == 4
    assert statuses(server) == [200, 200, 503, 503, 503, 200, 200]


def test_phases_without_requests_pass() -> None:
    """Seconds count from the end of the phase before, not from a request."""
    time = Time()
    faults = Faults(clock=time)
    timeline = faults.timeline()
    timeline.phase(seconds=1).status(500)
    timeline.phase(seconds=1).status(501)
    timeline.phase(seconds=1.5).status(502)
    timeline.phase(requests=1).status(503)
    time.now += 2.9
    assert names(faults) == ["status 502", "timeline"]
    time.now += 0.6
    assert [names(faults) for _ in range(2)] == [["status 503", "timeline"], []]
    assert timeline.is_over


def test_a_timeline_can_start_with_the_next_request() -> None:
    time = Time()
    faults = Faults(clock=time)
    timeline = faults.timeline(on="movies_details")
    timeline.phase(seconds=1).status(500)
    timeline.phase(seconds=1).status(501)
    timeline.start_with_next_request()
    time.now += 100
    assert (timeline.is_over, names(faults, "/3/movie/popular")) == (False, [])
    assert names(faults) == ["status 500", "timeline"]
    time.now += 1
    assert names(faults) == ["status 501", "timeline"]
    time.now += 1
    assert timeline.is_over


def test_a_timeline_counts_the_requests_that_it_is_on() -> None:
    faults = Faults()
    timeline = faults.timeline(on="movies_details")
    timeline.phase(requests=1)
    timeline.phase().status(503)
    assert names(faults, "/3/movie/popular") == []
    assert names(faults) == []
    assert names(faults, "/3/movie/popular") == []
    assert names(faults) == ["status 503", "timeline"]


def test_faults_of_a_phase_have_conditions_patterns_and_times() -> None:
    faults = Faults()
    phase = faults.timeline().phase()
    phase.status(503, times=1)
    phase.where(address="10.*").status(500)
    phase.latency(1, on="movies_popular")
    phase.drift(null="title", times=1)
    assert names(faults) == ["status 503", "timeline"]
    assert names(faults) == []
    assert names(faults, "/3/movie/popular") == ["latency 1 s", "timeline"]


def test_drift_of_a_phase_ends_after_its_times(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.timeline().phase().drift(null="title", times=1)
    assert [api.get(DETAILS).json()["title"] for _ in range(2)] == [None, "Fight Club"]


def test_a_timeline_ends_with_its_block() -> None:
    faults = Faults()
    with faults.timeline() as timeline:
        timeline.phase().status(503)
        assert names(faults) == ["status 503", "timeline"]
        assert repr(timeline) == "<timeline on every request, used 1>"
    assert names(faults) == []
    assert len(faults) == 0


@pytest.mark.parametrize(
    ("length", "message"),
    [
        ({"requests": 1, "seconds": 1}, "not both"),
        ({"requests": 0}, "requests must be at least 1, got 0"),
        ({"seconds": 0}, "seconds must be positive and finite, got 0"),
        ({"seconds": float("inf")}, "seconds must be positive and finite, got inf"),
    ],
)
def test_lengths_of_phases_are_validated(length: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Faults().timeline().phase(**length)


def test_no_phase_follows_an_endless_one() -> None:
    timeline = Faults().timeline()
    timeline.phase()
    with pytest.raises(ValueError, match="the phase before does not end: pass its requests or seconds"):
        timeline.phase(requests=1)
