"""Files of faults."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.testing.faults.test_timeline import Time, names
from tmdb_facade.testing import Faults, add_fault, fault_document, load_faults

TIMELINE: dict[str, Any] = {
    "timeline": [
        {"requests": 1},
        {"seconds": 10, "faults": [{"fault": "status", "status": 503, "where": {"probability": 1}}]},
        {"faults": [{"fault": "latency", "seconds": 2}, {"fault": "html"}]},
    ],
    "on": "movies_details",
}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Return the path of a file of faults."""
    return tmp_path / "faults.json"


def write(file: Path, document: object) -> Path:
    """Write a JSON file."""
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def test_a_file_has_one_fault_or_several(file: Path) -> None:
    faults = Faults()
    [latency] = load_faults(faults, write(file, {"fault": "latency", "seconds": 2}))
    status, timeline = load_faults(faults, write(file, [{"fault": "status", "status": 503, "times": 1}, TIMELINE]))
    assert [fault.name for fault in faults] == ["latency 2 s", "status 503", "timeline"]
    assert [latency.id, status.id, timeline.id] == [fault.id for fault in faults]


def test_a_timeline_of_a_file_acts_like_one_of_python(file: Path) -> None:
    time = Time()
    faults = Faults(clock=time)
    load_faults(faults, write(file, TIMELINE))
    assert [names(faults) for _ in range(2)] == [[], ["status 503", "timeline"]]
    time.now += 10
    assert names(faults) == ["latency 2 s", "HTML page, status 502", "timeline"]


@pytest.mark.parametrize(
    "document",
    [
        TIMELINE,
        {**TIMELINE, "where": {"user_agent": "curl/*"}},
        {
            "fault": "status",
            "status": 503,
            "where": {"user_agent": "a", "address": "b", "credential": "c", "probability": 0.5, "seed": 7},
        },
    ],
)
def test_timelines_and_conditions_are_listed_as_they_were_added(document: dict[str, Any]) -> None:
    faults = Faults()
    add_fault(faults, document)
    [listed] = faults
    assert fault_document(listed) == document


def test_an_outage_is_listed_as_its_timeline(file: Path) -> None:
    faults = Faults()
    outage = {"outage": [{"at": 0, "status": 503, "seconds": 1}, {"at": 2, "status": None}], "on": "movies_details"}
    [fault] = load_faults(faults, write(file, outage))
    assert fault_document(fault) == {
        "timeline": [
            {"seconds": 2, "faults": [{"fault": "latency", "seconds": 1}, {"fault": "status", "status": 503}]},
            {"requests": 1, "faults": [{"fault": "connection_reset"}]},
        ],
        "on": "movies_details",
    }


@pytest.mark.parametrize(
    ("document", "message"),
    [
        (503, r"faults\.json: Expected `object`, got `int`"),
        (
            [{"fault": "latency", "seconds": 1}, {"fault": "statsu"}],
            r"faults\.json, fault 2: unknown fault 'statsu'; did",
        ),
        ({"fault": "status", "status": "503"}, r"faults\.json: fault status: Expected `int`, got `str`"),
        ({"fault": "html", "where": {"user": "a"}}, r"where: .*unknown field `user`"),
        ({"fault": "html", "where": {"probability": 2}}, "where: probability must be above 0 and at most 1, got 2"),
        ({"timeline": {}}, r"timeline: Expected `array`, got `object` - at `\$.timeline`"),
        ({"timeline": [{"minutes": 1}]}, r"timeline: .*unknown field `minutes`"),
        ({"timeline": [{"faults": [{"fault": "statsu"}], "seconds": 1}]}, "timeline, phase 1: unknown fault 'statsu'"),
        ({"timeline": [{"seconds": 1}, {"seconds": -1}]}, "timeline, phase 2: seconds must be positive"),
        ({"timeline": [], "on": "movie_details"}, "did you mean movies_details"),
        ({"outage": [{"at": 0, "status": 503}], "on": 5}, "on: Expected `str`, got `int`"),
        ({"outage": [{"at": 0}]}, r"outage: .*missing required field `status`"),
    ],
)
def test_wrong_faults_are_rejected(file: Path, document: Any, message: str) -> None:
    faults = Faults()
    with pytest.raises(ValueError, match=message):
        load_faults(faults, write(file, document))
    assert len(faults) == 0


@pytest.mark.parametrize("content", [b"fault: html", b"", b"[" * 100_000, '{"fault": "é"}'.encode("latin-1")])
def test_a_file_that_is_not_json_is_rejected(file: Path, content: bytes) -> None:
    file.write_bytes(content)
    with pytest.raises(ValueError, match=r"faults\.json is not JSON: "):
        load_faults(Faults(), file)
    with pytest.raises(ValueError, match=r"faults\.json: "):
        Faults().replay(file)


def test_a_file_may_begin_with_a_byte_order_mark(file: Path) -> None:
    file.write_text('{"fault": "empty"}', encoding="utf-8-sig")
    assert len(load_faults(Faults(), file)) == 1
