"""Faults as JSON objects."""

from __future__ import annotations

from inspect import Parameter, signature
from types import MappingProxyType
from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.errors import TMDBCode
from tmdb_facade.testing import Fault, Faults, TMDBServer, add_fault, fault_document
from tmdb_facade.testing.faults.documents import fault_parameters

# For each fault, an object with all of its parameters.
DOCUMENTS: list[dict[str, Any]] = [
    {"fault": "body", "body": "{", "status": 201, "content_type": "text/plain", "times": 1, "on": DETAILS},
    {"fault": "connection_limit", "limit": 20},
    {"fault": "connection_reset", "times": 1, "on": DETAILS},
    {"fault": "damaged_body", "damage": "gzip_twice", "times": 1, "on": DETAILS},
    {"fault": "deep_body", "depth": 2, "times": 1, "on": DETAILS},
    {
        "fault": "drift",
        "missing": ["title", "results[].id"],
        "null": "overview",
        "wrong_type": [],
        "new": {"mood": {"grim": True}},
        "times": 1,
        "on": DETAILS,
    },
    {"fault": "drip", "bytes_per_second": 3.5, "headers": True, "times": 1, "on": DETAILS},
    {"fault": "empty", "status": 204, "times": 1, "on": DETAILS},
    {"fault": "empty_pages", "total_pages": 3, "after": 1, "times": 1, "on": DETAILS},
    {"fault": "error_under_200", "code": 6, "success": False, "times": 1, "on": DETAILS},
    {"fault": "half_body", "length": False, "chunked": True, "times": 1, "on": DETAILS},
    {"fault": "html", "status": 502, "times": 1, "on": DETAILS},
    {"fault": "huge_body", "size": 10, "times": 1, "on": DETAILS},
    {"fault": "latency", "seconds": 2, "times": 1, "on": DETAILS},
    {"fault": "rate_limit", "limit": 1, "per": 1, "retry_after": False, "by_address": True, "on": DETAILS},
    {"fault": "raw_bytes", "data": "not HTTP", "times": 1, "on": DETAILS},
    {"fault": "redirect", "location": "http://portal.example/", "status": 307, "times": 1, "on": DETAILS},
    {"fault": "repeated_pages", "total_pages": 3, "times": None, "on": None},
    {"fault": "sequence", "statuses": [503, 200], "retry_after": "2", "on": DETAILS},
    {"fault": "slow_body", "seconds": 0.5, "times": 1, "on": DETAILS},
    {"fault": "status", "status": 503, "code": 9, "retry_after": 1.5, "times": 1, "on": DETAILS},
]


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document["fault"])
def test_each_fault_is_added_from_an_object_and_listed_as_the_same(document: dict[str, Any]) -> None:
    faults = Faults()
    fault = add_fault(faults, document)
    assert fault_document(fault) == document
    [listed] = faults
    assert fault_document(listed) == document
    assert {"fault", *fault_parameters()[document["fault"]]} == {*document}


def test_every_method_that_creates_a_fault_has_an_object() -> None:
    """The last entry of the inherited classes is `object`, whose methods have no such annotation."""
    methods = {
        name
        for kind in Faults.__mro__
        for name, member in vars(kind).items()
        if callable(member) and not name.startswith("_") and signature(member).return_annotation == "Fault"
    }
    assert methods == {*fault_parameters()} == {document["fault"] for document in DOCUMENTS}


def test_added_fault_acts_and_has_the_defaults_of_its_method(server: TMDBServer, api: httpx.Client) -> None:
    fault = add_fault(server.faults, {"fault": "status", "status": 503, "times": 1, "on": "movies_details"})
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.json()["status_code"], "retry-after" in answer.headers) == (503, 9, False)
    assert fault.used == 1
    assert api.get(DETAILS).status_code == 200


def test_faults_of_calls_in_python_have_objects_too() -> None:
    """An iterator is read once; bytes are shown as text; parameters that were not passed are left out."""
    faults = Faults()
    drift = faults.drift(missing=iter(["a", "b"]), new=MappingProxyType({"c": 1}))
    assert drift.name == "drift (missing a, missing b, new c)"
    expected: list[tuple[Fault, dict[str, object]]] = [
        (drift, {"fault": "drift", "missing": ["a", "b"], "new": {"c": 1}}),
        (faults.body(b"\xff{"), {"fault": "body", "body": "\ufffd{"}),
        (faults.error_under_200(TMDBCode.INVALID_ID), {"fault": "error_under_200", "code": 6}),
        (faults.status(503), {"fault": "status", "status": 503}),
    ]
    for fault, document in expected:
        assert fault_document(fault) == document


def test_ids_of_faults_are_never_reused() -> None:
    faults = Faults()
    first = faults.status(500)
    first.remove()
    second = faults.latency(1)
    assert [fault.id for fault in faults] == [second.id]
    assert first.id != second.id


@pytest.mark.parametrize(
    ("document", "message"),
    [
        ({}, '^a fault needs "fault", the name of a method of server.faults: body, '),
        ({"fault": "statsu"}, "^unknown fault 'statsu'; did you mean status?"),
        ({"fault": "xyzzy"}, "^unknown fault 'xyzzy'; known: body, connection_limit, "),
        ({"fault": 503}, "^unknown fault 503; known: "),
        ({"fault": "clear"}, "^unknown fault 'clear'"),
        ({"fault": "_add"}, "^unknown fault '_add'"),
        ({"fault": "status"}, "^fault status: .*missing required field `status`; its parameters: status, code, "),
        ({"fault": "status", "status": "503"}, "^fault status: Expected `int`, got `str` - at `\\$.status`"),
        ({"fault": "status", "status": True}, "^fault status: Expected `int`, got `bool`"),
        ({"fault": "status", "status": 503, "time": 1}, "^fault status: .*unknown field `time`; its parameters: "),
        ({"fault": "status", "status": 200}, "^fault status: status must be from 400 to 599, got 200$"),
        ({"fault": "status", "status": 503, "on": "movie_details"}, "^fault status: .*did you mean movies_details"),
        ({"fault": "status", "status": 503, "times": 0}, "^fault status: times must be at least 1, got 0$"),
        ({"fault": "sequence"}, "^fault sequence: .*missing required field `statuses`"),
        ({"fault": "sequence", "statuses": 503}, "^fault sequence: Expected `array`, got `int`"),
        ({"fault": "drift", "missing": [1]}, "^fault drift: Expected `str`, got `int`"),
        ({"fault": "damaged_body", "damage": "brotli"}, "^fault damaged_body: Invalid enum value 'brotli'"),
    ],
)
def test_wrong_object_is_rejected(document: dict[str, Any], message: str) -> None:
    faults = Faults()
    with pytest.raises(ValueError, match=message):
        add_fault(faults, document)
    assert len(faults) == 0


def test_signatures_of_the_methods_are_kept() -> None:
    """Editors and documentation show them."""
    parameters = signature(Faults.status).parameters
    assert list(parameters) == ["self", "status", "code", "retry_after", "times", "on"]
    assert parameters["on"].kind is Parameter.KEYWORD_ONLY
