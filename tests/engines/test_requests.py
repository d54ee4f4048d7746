"""What engines send and return."""

from __future__ import annotations

import gzip

import pytest

from tests.chaos.raw_server import CLOSE, Pause, RawServer, answer
from tests.engines.driver import HEADERS, Driver, request_to
from tests.engines.table import Engine

QUERY = "a=1%2C2&b=1%2c2&c=x+y&d=x%20y&e=1%7C2&f=%zz&g=1;2&&h='q'"
NAMES = {b"host", b"accept", b"accept-encoding", b"user-agent", b"connection"}


def head_of(request: bytes) -> tuple[bytes, dict[bytes, bytes]]:
    """Return the request line and the headers, by names in lower case."""
    first, *lines = request.partition(b"\r\n\r\n")[0].split(b"\r\n")
    pairs = [line.partition(b": ") for line in lines]
    assert len({name.lower() for name, _, _ in pairs}) == len(pairs)
    return first, {name.lower(): value for name, _, value in pairs}


@pytest.mark.engines_with("is_observed")
def test_observers_of_httpx_see_each_request(engine: Driver, observer: list[str]) -> None:
    """Recorders, mocks and tracers replace the methods of httpx's transports, which are left out otherwise."""
    with RawServer([answer(b"{}")]) as server:
        engine.send(request_to(f"{server.base_url}/3/movie/550"))
        assert observer == [f"{server.base_url}/3/movie/550"]
        assert len(server.requests) == 1


def test_query_is_sent_byte_for_byte(engine: Driver) -> None:
    query = QUERY if engine.entry.keeps_quotes else QUERY.replace("'", "%27")
    with RawServer([answer(b"{}")]) as server:
        engine.send(request_to(f"{server.base_url}/3/a%2Fb?{QUERY}"))
        assert head_of(server.requests[0])[0] == f"GET /3/a%2Fb?{query} HTTP/1.1".encode()


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE"])
def test_request_without_a_body(engine: Driver, method: str) -> None:
    """Methods that usually have a body say that it is empty."""
    with RawServer([answer(b"{}")]) as server:
        assert engine.send(request_to(server.base_url, method)).body == b"{}"
        line, headers = head_of(server.requests[0])
    assert line == f"{method} / HTTP/1.1".encode()
    assert headers.get(b"content-length", b"0") == b"0"
    assert b"transfer-encoding" not in headers
    if method in {"POST", "PUT", "PATCH"}:
        assert headers[b"content-length"] == b"0"
    assert set(headers) <= NAMES | {b"content-length"}


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
def test_request_with_a_body(engine: Driver, method: str) -> None:
    body = b'{"value":8.5}' + bytes(range(256))
    headers = {**HEADERS, "Content-Type": "application/json"}
    with RawServer([answer(b"{}")]) as server:
        engine.send(request_to(server.base_url, method, headers=headers, body=body))
        sent = server.requests[0]
    assert sent.partition(b"\r\n\r\n")[2] == body
    assert head_of(sent)[1][b"content-length"] == str(len(body)).encode()
    assert head_of(sent)[1][b"content-type"] == b"application/json"


def test_headers_are_those_of_the_request(engine: Driver) -> None:
    with RawServer([answer(b"{}")]) as server:
        engine.send(request_to(server.base_url, headers={**HEADERS, "Authorization": "Bearer abc"}))
        headers = head_of(server.requests[0])[1]
    assert headers[b"authorization"] == b"Bearer abc"
    assert {name: headers[name] for name in (b"accept", b"accept-encoding", b"user-agent")} == {
        b"accept": b"application/json",
        b"accept-encoding": b"gzip, deflate",
        b"user-agent": b"suite/1",
    }
    assert set(headers) <= NAMES | {b"authorization"}


def test_response_is_returned_whole(engine: Driver) -> None:
    sent = answer(b"x" * 300_000, status="404 Not Found", headers={"retry-after": "3", "x-a": "\xe9"})
    with RawServer([sent]) as server:
        status, headers, body = engine.send(request_to(server.base_url))
    assert (status, body) == (404, b"x" * 300_000)
    assert {name.lower(): value for name, value in headers}["retry-after"] == "3"


def test_redirect_is_returned(engine: Driver) -> None:
    with RawServer([answer(b"", status="302 Found", headers={"location": "/other"})]) as server:
        assert engine.send(request_to(server.base_url)).status == 302
        assert len(server.requests) == 1


@pytest.mark.engines_with("maps_errors", "keeps_no_cookies")
def test_cookies_are_not_kept(engine: Driver) -> None:
    with RawServer([answer(b"{}", headers={"set-cookie": "a=b; Path=/"})]) as server:
        for _ in range(2):
            engine.send(request_to(server.base_url))
        assert b"cookie" not in head_of(server.requests[1])[1]


@pytest.mark.engines_with("maps_errors")
@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(b"{}")),
        ("gzip", gzip.compress(b"{}" * 500)[:-9]),
        ("gzip", b"{}"),
        ("deflate", b"{}"),
        ("identity", gzip.compress(b"{}")),
        ("gzip, GZIP", gzip.compress(gzip.compress(b"{}"))),
    ],
    ids=["gzip", "truncated", "plain_named_gzip", "plain_named_deflate", "gzip_named_identity", "twice"],
)
def test_body_is_returned_as_it_was_sent(engine: Driver, encoding: str, body: bytes) -> None:
    """A truncated or mislabelled body is no failure of the engine: one rule decompresses all bodies."""
    with RawServer([answer(body, headers={"content-encoding": encoding})]) as server:
        assert engine.send(request_to(server.base_url)).body == body


def test_body_without_a_length_ends_with_the_connection(engine: Driver) -> None:
    with RawServer([answer(b'{"id":', length=False), CLOSE]) as server:
        assert engine.send(request_to(server.base_url)).body == b'{"id":'


@pytest.mark.engines_with("keeps_connections")
def test_connections_are_reused(engine: Driver) -> None:
    with RawServer([answer(b"{}")]) as server:
        for _ in range(5):
            engine.send(request_to(server.base_url))
        assert server.connections == 1


@pytest.mark.engines_with("keeps_connections")
def test_at_most_20_connections(entry: Engine) -> None:
    with RawServer([Pause(0.05), answer(b"{}")]) as server, Driver(entry) as engine:
        responses = engine.send_all([request_to(server.base_url) for _ in range(50)])
        assert [getattr(response, "status", response) for response in responses] == [200] * 50
        assert server.connections <= 20
