"""Faults that replace an answer: statuses, cut connections, bodies that are not JSON."""

from __future__ import annotations

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import TMDBServer


def test_status_fails_the_given_number_of_requests(server: TMDBServer, api: httpx.Client) -> None:
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
def test_status_uses_tmdbs_code_for_the_http_status(
    server: TMDBServer, api: httpx.Client, status: int, code: int
) -> None:
    server.faults.status(status)
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.json()["status_code"]) == (status, code)


def test_fault_answers_have_cors_headers(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.status(503)
    answer = api.get(DETAILS, headers={"origin": "https://example.org"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (503, "*")


def test_status_takes_a_code_and_retry_after(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.status(503, code=46, retry_after=7, times=1)
    server.faults.status(429, retry_after="Wed, 21 Oct 2026 07:28:00 GMT", times=1)
    maintenance, limited = api.get(DETAILS), api.get(DETAILS)
    assert (maintenance.json()["status_code"], maintenance.headers["retry-after"]) == (46, "7")
    assert limited.headers["retry-after"].endswith("GMT")


def test_sequence_answers_one_status_per_request(server: TMDBServer, api: httpx.Client) -> None:
    """A step of 200 is the usual answer, and so is every request after the last step."""
    server.faults.status(501, times=1, on="movies_details")
    fault = server.faults.sequence(503, 200, 429, on="movies_details")
    server.faults.status(500, times=1, on="movies_details")
    assert [api.get(DETAILS).status_code for _ in range(6)] == [501, 503, 200, 429, 500, 200]
    assert fault.used == 3


def test_failures_happen_in_the_order_in_which_they_were_added(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.status(500, times=1)
    server.faults.connection_reset(times=1)
    server.faults.empty(times=1)
    assert api.get(DETAILS).status_code == 500
    with pytest.raises(httpx.ReadError):
        api.get(DETAILS)
    assert api.get(DETAILS).content == b""
    assert api.get(DETAILS).json()["id"] == 550


def test_connection_reset_does_not_process_the_request(
    server: TMDBServer, api: httpx.Client, caplog: pytest.LogCaptureFixture
) -> None:
    """The request is logged with its body, no rating is stored, and uvicorn logs no error."""
    server.faults.connection_reset(times=1)
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with pytest.raises(httpx.ReadError):
        api.post(rating, json={"value": 8})
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] is False
    first = server.requests[0]
    assert (first.status, first.body, first.faults) == (None, {"value": 8}, ("connection reset",))
    assert not [record.getMessage() for record in caplog.records if record.name.startswith("uvicorn")]


def test_connection_reset_ignores_proxy_headers(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.connection_reset()
    with pytest.raises(httpx.ReadError):
        api.get(DETAILS, headers={"x-forwarded-for": "192.0.2.1", "x-forwarded-proto": "https"})


def test_half_body_processes_the_request(server: TMDBServer, api: httpx.Client) -> None:
    """The connection ends before the announced length, but the rating is stored."""
    server.faults.half_body(times=1)
    rating = f"{DETAILS}/rating?session_id={server.session_id}"
    with pytest.raises(httpx.RemoteProtocolError, match="without sending complete message body"):
        api.post(rating, json={"value": 8})
    states = api.get(f"{DETAILS}/account_states?session_id={server.session_id}")
    assert states.json()["rated"] == {"value": 8}


def test_half_body_can_be_sent_in_chunks(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.half_body(chunked=True, times=1)
    with pytest.raises(httpx.RemoteProtocolError, match="peer closed connection without sending complete message body"):
        api.get(DETAILS)
    assert api.get(DETAILS).status_code == 200


def test_redirect_names_another_url(server: TMDBServer, api: httpx.Client) -> None:
    server.faults.redirect("http://portal.example/login", times=1)
    answer = api.get(DETAILS)
    assert (answer.status_code, answer.headers["location"]) == (302, "http://portal.example/login")
    assert answer.content == b""


def test_html_and_body_replace_the_answer(server: TMDBServer, api: httpx.Client) -> None:
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
