"""Faults for some clients, and for a share of the requests."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS, statuses
from tmdb_facade.testing import Faults, TMDBServer
from tmdb_facade.testing.faults.conditions import Conditions, Sender

WORKER = Sender(("10.0.0.7", 40000), None, [(b"user-agent", b"Worker/2.1 (nightly)")], b"api_key=abc")


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ({"user_agent": "worker/*"}, True),
        ({"user_agent": "worker"}, False),
        ({"user_agent": "*nightly*"}, True),
        ({"address": "10.0.0.7"}, True),
        ({"address": "10.0.0.*"}, True),
        ({"address": "10.0.1.*"}, False),
        ({"credential": "abc"}, True),
        ({"credential": "ab"}, False),
        ({"address": "10.0.0.*", "user_agent": "browser/*"}, False),
        ({"probability": 1}, True),
        ({"probability": 1e-9}, False),
        ({}, True),
    ],
)
def test_all_conditions_have_to_hold(conditions: dict[str, Any], expected: bool) -> None:
    assert Conditions(**conditions).check()(WORKER) is expected


@pytest.mark.parametrize("kind", ["access_token", "api_key", "session_id", "guest_session_id"])
def test_a_credential_is_recognized_in_the_header_and_the_query(kind: str) -> None:
    value = "0123456789abcdef"
    if kind == "access_token":
        sender = Sender(("", 0), None, [(b"authorization", f"Bearer {value}".encode())])
    else:
        sender = Sender(("", 0), None, [], f"query=x&{kind}={value}".encode())
    assert Conditions(credential=value).check()(sender)
    assert not Conditions(credential="x").check()(sender)


def test_a_fault_hits_one_of_two_clients(server: TMDBServer, api: httpx.Client) -> None:
    user = server.login("anna")
    server.faults.where(credential=user.session_id).status(503)
    server.faults.where(user_agent="curl/*").status(500)
    account = f"/3/account?session_id={user.session_id}"
    assert api.get(account).status_code == 503
    assert api.get(DETAILS).status_code == 200
    assert api.get(DETAILS, headers={"user-agent": "curl/8.5.0"}).status_code == 500


def hits(probability: float, seed: int, requests: int = 2000) -> list[bool]:
    """Return which requests a fault hits."""
    faults = Faults()
    faults.where(probability=probability, seed=seed).status(503)
    return [faults.decide("GET", DETAILS) is not None for _ in range(requests)]


def test_probability_hits_its_share_and_a_seed_always_the_same_requests() -> None:
    assert hits(0.2, 7) == hits(0.2, 7) != hits(0.2, 8)
    assert 300 < sum(hits(0.2, 7)) < 500


def test_requests_of_others_do_not_change_which_ones_are_hit() -> None:
    faults = Faults()
    fault = faults.where(probability=0.5, seed=1).status(503, on="movies_details")
    found: list[bool] = []
    for _ in range(100):
        faults.decide("GET", "/3/movie/popular")
        found.append(faults.decide("GET", DETAILS) is not None)
    assert found == hits(0.5, 1, 100)
    assert fault.used == sum(found)


def test_conditions_apply_only_to_faults_added_with_them() -> None:
    faults = Faults()
    somewhere = faults.where(address="10.0.0.*")
    somewhere.status(503, times=1)
    later = somewhere.where(user_agent="worker/*")
    assert repr(later.latency(1)) == ("<latency 1 s on every request, user agent worker/*, address 10.0.0.*, used 0>")
    faults.latency(2)
    assert len(faults) == len(somewhere) == 3
    outcome = faults.decide("GET", DETAILS, WORKER)
    assert outcome is not None
    assert outcome.faults == ["status 503", "latency 1 s", "latency 2 s"]
    assert len(faults) == 2
    other = faults.decide("GET", DETAILS)
    assert other is not None
    assert other.faults == ["latency 2 s"]


def test_credentials_are_not_shown() -> None:
    faults = Faults()
    faults.where(credential="0123456789abcdef").status(503)
    assert repr(faults) == "<Faults: <status 503 on every request, one credential, used 0>>"


@pytest.mark.parametrize(
    ("conditions", "message"),
    [
        ({"probability": 0}, "probability must be above 0 and at most 1, got 0"),
        ({"probability": 1.5}, "probability must be above 0 and at most 1, got 1.5"),
        ({"user_agent": ""}, "user_agent must not be empty"),
        ({"credential": ""}, "credential must not be empty"),
    ],
)
def test_conditions_are_validated(conditions: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Faults().where(**conditions)


def test_drift_with_conditions_changes_only_those_answers(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.where(user_agent="old/*").drift(null="title", times=1)
    assert api.get(DETAILS).json()["title"] == "Fight Club"
    assert [api.get(DETAILS, headers={"user-agent": "old/1"}).json()["title"] for _ in range(2)] == [None, "Fight Club"]
    assert statuses(server) == [200, 200, 200]
