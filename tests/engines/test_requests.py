"""What engines send, byte for byte."""

from __future__ import annotations

import pytest

from tests.chaos.raw_server import RawServer, answer
from tests.engines.drivers import OpenDriver
from tmdb_facade import EngineRequest
from tmdb_facade._core.sending.engine import Deadline

TIMEOUTS = {"connect": 5.0, "read": 5.0, "write": 5.0, "pool": 5.0}


def engine_request(method: str, url: str, body: bytes | None = None, **headers: str) -> EngineRequest:
    return EngineRequest(method, url, headers, body, TIMEOUTS, Deadline(10.0))


def header(request: bytes, name: str) -> list[str]:
    """Return the values of a header of a request."""
    lines = request.partition(b"\r\n\r\n")[0].decode("latin-1").split("\r\n")[1:]
    pairs = [line.split(":", 1) for line in lines]
    return [value.strip() for key, value in pairs if key.lower() == name]


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "DELETE", "PATCH"])
@pytest.mark.parametrize("body", [None, b"", b'{"value":8.5}'])
def test_methods_and_bodies(open_driver: OpenDriver, method: str, body: bytes | None) -> None:
    if method == "GET" and body is not None:
        pytest.skip("no operation sends one")
    with RawServer([answer(b"{}")]) as server, open_driver(server.base_url) as driver:
        assert driver.send(engine_request(method, f"{server.base_url}/3/movie/1", body)).status == 200
        [request] = server.requests
        assert request.startswith(f"{method} /3/movie/1 HTTP/1.1\r\n".encode())
        assert request.partition(b"\r\n\r\n")[2] == (body or b"")
        assert header(request, "transfer-encoding") == []
        if body or method in ("POST", "PUT", "PATCH"):
            assert header(request, "content-length") == [str(len(body or b""))]
        else:
            assert header(request, "content-length") in ([], ["0"])


@pytest.mark.parametrize(
    "query",
    ["a=%2C%2c", "a=+%20", "a=1|2,3", "a=%zz%", "a=1;b=2&&c", "a=%22%27", "a=[1]{2}", "a=~.-_!*()", "a=%C3%A9&b", ""],
)
def test_query_is_sent_byte_for_byte(open_driver: OpenDriver, query: str) -> None:
    with RawServer([answer(b"{}")]) as server, open_driver(server.base_url) as driver:
        target = f"/3/find/a%2Fb%3f?{query}" if query else "/3/find/a"
        driver.send(engine_request("GET", server.base_url + target))
        assert server.requests[0].split(b"\r\n")[0] == f"GET {target} HTTP/1.1".encode()


def test_only_our_headers_are_sent(open_driver: OpenDriver) -> None:
    sent = {"Accept": "application/json", "Accept-Encoding": "gzip, deflate", "User-Agent": "us/1"}
    with RawServer([answer(b"{}")]) as server, open_driver(server.base_url) as driver:
        driver.send(EngineRequest("GET", f"{server.base_url}/3", sent, None, TIMEOUTS, Deadline(10.0)))
        [request] = server.requests
        names = {line.split(b":")[0].decode().lower() for line in request.split(b"\r\n")[1:] if line}
        assert names - {"connection"} == {"host", "accept", "accept-encoding", "user-agent"}
        for name in ("accept", "accept-encoding", "user-agent"):
            assert len(header(request, name)) == 1
        assert header(request, "host") == [f"127.0.0.1:{server.port}"]
        if driver.case.name != "http_client":
            assert header(request, "user-agent") == ["us/1"]
            assert header(request, "accept-encoding") == ["gzip, deflate"]


def test_headers_of_responses_are_complete(open_driver: OpenDriver) -> None:
    raw = b"HTTP/1.1 200 OK\r\nX-One: 1\r\nx-one: 2\r\nX-Long: " + b"a" * 20000 + b"\r\nContent-Length: 2\r\n\r\n{}"
    with RawServer([raw]) as server, open_driver(server.base_url) as driver:
        response = driver.send(engine_request("GET", f"{server.base_url}/3"))
        pairs = [(name.lower(), value) for name, value in response.headers]
        assert [value for name, value in pairs if name == "x-one"] == ["1", "2"]
        assert ("x-long", "a" * 20000) in pairs


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_not_followed(open_driver: OpenDriver, status: int) -> None:
    with RawServer([answer(b"{}", status=f"{status} Moved", headers={"location": "/elsewhere"})]) as server:
        with open_driver(server.base_url) as driver:
            response = driver.send(engine_request("GET", f"{server.base_url}/3"))
            assert response.status == status
            assert len(server.requests) == 1


def test_cookies_are_not_kept(open_driver: OpenDriver) -> None:
    with RawServer([answer(b'{"id":1}', headers={"set-cookie": "a=1; Path=/"})]) as server:
        with open_driver(server.base_url) as driver:
            driver.details()
            driver.details()
            if driver.case.name != "http_client":  # its cookies are its owner's
                assert not any(b"cookie" in request.lower() for request in server.requests)


def test_connections_are_reused(open_driver: OpenDriver) -> None:
    with RawServer([answer(b'{"id":1}')]) as server, open_driver(server.base_url) as driver:
        for _ in range(5):
            driver.details()
        assert server.connections == (5 if driver.case.name == "own" else 1)
