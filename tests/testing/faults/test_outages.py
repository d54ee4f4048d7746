"""Recorded outages: recording and repeating them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS, statuses
from tests.testing.faults.test_timeline import Time, names
from tmdb_facade.testing import Faults, TMDBServer, outage_document
from tmdb_facade.testing.faults.outages import OutageSample, outage_of


def test_each_request_gets_what_the_recorded_one_before_it_got() -> None:
    time = Time()
    faults = Faults(clock=time)
    timeline = faults.replay(
        [
            OutageSample(0, 200),
            OutageSample(5, 503, seconds=2.5, retry_after="3"),
            OutageSample(5, 500),
            OutageSample(8, None),
            OutageSample(9, 502, html=True),
        ]
    )
    found: list[list[str]] = []
    for _ in range(11):
        found.append(names(faults))
        time.now += 1
    assert found == [
        *([[]] * 5),
        *([["status 500", "timeline"]] * 3),
        ["connection reset", "timeline"],
        ["HTML page, status 502", "timeline"],
        [],
    ]
    assert timeline.is_over


def test_an_outage_of_logged_requests_is_repeated(server: TMDBServer, api: httpx.Client, tmp_path: Path) -> None:
    server.faults.sequence(503, 200, 429, retry_after=5)
    server.faults.latency(0.01)
    for _ in range(4):
        api.get(f"{DETAILS}?session_id={server.session_id}")
    file = tmp_path / "outage.json"
    file.write_text(json.dumps(outage_document(server.requests)), encoding="utf-8")
    assert server.session_id not in file.read_text("utf-8")
    assert "movie" not in file.read_text("utf-8")
    samples = outage_of(json.loads(file.read_text("utf-8")))
    assert [sample.status for sample in samples] == [503, 200, 429, 200]
    assert samples[0].at == 0
    assert samples[1].at >= 0.01
    assert samples[0].seconds >= 0.01
    server.reset()
    server.clock.stop()
    server.faults.replay(file, on="movies_details")
    server.clock.advance(seconds=0.002)  # times are rounded
    now = 0.0
    for sample in samples:
        server.clock.advance(seconds=sample.at - now)
        now = sample.at
        api.get(DETAILS)
    assert statuses(server) == [503, 200, 429, 200]


def test_a_recording_without_requests_is_empty() -> None:
    assert outage_document([]) == {"outage": []}


def entry(at: str, status: int, **more: Any) -> dict[str, Any]:
    """Return an entry of a HAR file."""
    url = more.pop("url", "https://api.themoviedb.org/3/movie/550?api_key=secret")
    return {
        "startedDateTime": at,
        "time": more.pop("time", 120.5),
        "request": {"method": "GET", "url": url, "headers": []},
        "response": {"status": status, "headers": [], "content": {}, **more},
    }


def test_a_har_file_is_an_outage() -> None:
    """Requests to others are omitted; 0 is the status of a request without an answer; the order is by time."""
    document = {
        "log": {
            "version": "1.2",
            "entries": [
                entry("2026-05-19T10:00:02.500Z", 0, time=-1),
                entry("2026-05-19T10:00:00.000Z", 200),
                entry("2026-05-19T10:00:01.000Z", 500, url="https://example.org/ads"),
                entry(
                    "2026-05-19T12:00:04.000+02:00",
                    503,
                    headers=[{"name": "Retry-After", "value": "7"}],
                    content={"mimeType": "text/html; charset=utf-8"},
                ),
            ],
        }
    }
    assert outage_of(document) == [
        OutageSample(0, 200, 0.1205),
        OutageSample(2.5, None),
        OutageSample(4, 503, 0.1205, html=True, retry_after="7"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{", "Input data was truncated"),
        ('{"outage": []}', "the outage is empty"),
        ('{"outage": [{"at": 0}]}', r"missing required field `status` - at `\$.outage\[0\]`"),
        ('{"outage": [{"at": -1, "status": 200}]}', "must not be negative"),
        ('{"outage": [{"at": 0, "status": 99}]}', "status must be from 100 to 599, or null"),
        ('{"outage": [{"at": 0, "status": 200, "code": 1}]}', "unknown field `code`"),
        ('{"log": {"entries": []}}', "no request to an operation of TMDB"),
        ("[]", "Expected `object`, got `array`"),
    ],
)
def test_wrong_files_are_rejected(tmp_path: Path, text: str, message: str) -> None:
    file = tmp_path / "outage.json"
    file.write_text(text, encoding="utf-8")
    faults = Faults()
    with pytest.raises(ValueError, match=rf"outage\.json: .*{message}"):
        faults.replay(file)
    assert len(faults) == 0
