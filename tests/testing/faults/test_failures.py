"""Failures in the place of an answer: statuses, cut connections, bodies that are not JSON."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer


def test_a_status_is_answered_so_often_and_then_no_more(server: TMDBServer, api: httpx.Client) -> None:
    """Two errors with TMDB's code, then the film."""
    fault = server.faults.status(503, times=2, on="movies_details")
    answers = [api.get(DETAILS) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [503, 503, 200]
    assert answers[0].json()["status_code"] == 9
    assert answers[0].json()["success"] is False
    assert "retry-after" not in answers[0].headers
    assert (fault.used, fault.times, len(server.faults)) == (2, 2, 0)


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, 47),
        (401, 7),
        (404, 34),
        (429, 25),
        (500, 11),
        (501, 2),
        (502, 43),
        (503, 9),
        (504, 24),
        (520, 15),
        (418, 5),
    ],
)
def test_errors_say_tmdbs_code_for_their_status(server: TMDBServer, api: httpx.Client, status: int, code: int) -> None:
    """So that a client that decides by the code decides as on TMDB."""
    server.faults.status(status)
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.json()["status_code"]) == (status, code)


def test_pages_of_other_origins_may_read_faults(server: TMDBServer, api: httpx.Client) -> None:
    """Or a test in a browser would see no status."""
    server.faults.status(503)
    answer = api.get(DETAILS, headers={"origin": "https://example.org"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (503, "*")


def test_a_code_and_a_wait_can_be_asked_for(server: TMDBServer, api: httpx.Client) -> None:
    """Maintenance is another code of the same status; `Retry-After` comes when it is wanted, as it is wanted."""
    server.faults.status(503, code=46, retry_after=7, times=1)
    server.faults.status(429, retry_after="Wed, 21 Oct 2026 07:28:00 GMT", times=1)
    one, two = api.get(DETAILS), api.get(DETAILS)
    assert (one.json()["status_code"], one.headers["retry-after"]) == (46, "7")
    assert two.headers["retry-after"].endswith("GMT")


def test_a_sequence_goes_by_its_steps(server: TMDBServer, api: httpx.Client) -> None:
    """200 is the usual answer, and so is what follows the last step."""
    server.faults.status(501, times=1, on="movies_details")
    fault = server.faults.sequence(503, 200, 429, on="movies_details")
    server.faults.status(500, times=1, on="movies_details")
    assert [api.get(DETAILS).status_code for _ in range(6)] == [501, 503, 200, 429, 500, 200]
    assert fault.used == 3


def test_failures_take_turns(server: TMDBServer, api: httpx.Client) -> None:
    """In the order in which they were asked for, each as often as it was."""
    server.faults.status(500, times=1)
    server.faults.connection_reset(times=1)
    server.faults.empty(times=1)
    assert api.get(DETAILS).status_code == 500
    with pytest.raises(httpx.ReadError):
        api.get(DETAILS)
    assert api.get(DETAILS).content == b""
    assert api.get(DETAILS).json()["id"] == 550


def test_a_reset_comes_before_anything_and_nothing_is_done(
    server: TMDBServer, api: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    """The request is logged with what it wanted, the rating is not there, and the web server has no complaint."""
    server.faults.connection_reset(times=1)
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with pytest.raises(httpx.ReadError):
        api.post(rating, json={"value": 8})
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] is False
    first = server.requests[0]
    assert (first.status, first.body, first.faults) == (None, {"value": 8}, ("connection reset",))
    assert not [record.getMessage() for record in caplog.records if record.name.startswith("uvicorn")]


def test_a_connection_is_found_whoever_a_proxy_says_asks(server: TMDBServer, api: httpx.Client) -> None:
    """A test may send the headers of its proxy."""
    server.faults.connection_reset()
    with pytest.raises(httpx.ReadError):
        api.get(DETAILS, headers={"x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https"})


def test_half_a_body_comes_of_a_request_that_was_carried_out(server: TMDBServer, api: httpx.Client) -> None:
    """The connection ends before the announced length; the rating is there."""
    server.faults.half_body(times=1)
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        api.post(rating, json={"value": 8})
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] == {"value": 8}


def test_bodies_that_are_not_json(server: TMDBServer, api: httpx.Client) -> None:
    """An edge's page, no bytes, and a body of one's own."""
    server.faults.html(times=1)
    server.faults.html(200, times=1)
    server.faults.body('{"id": 550, "tit', times=1)
    server.faults.body(b"\xff", status=500, content_type="application/octet-stream", times=1)
    page, ok_page, broken, binary = (api.get(DETAILS) for _ in range(4))
    assert (page.status_code, page.headers["content-type"]) == (502, "text/html")
    assert page.text.startswith("<html>")
    assert (ok_page.status_code, ok_page.headers["content-type"]) == (200, "text/html")
    assert (broken.text, broken.headers["content-type"]) == ('{"id": 550, "tit', "application/json;charset=utf-8")
    assert (binary.status_code, binary.content) == (500, b"\xff")
    assert binary.headers["content-type"] == "application/octet-stream"
