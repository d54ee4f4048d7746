"""Faults that need a connection: dripping answers and a connection limit."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import httpx
import pytest

from tests.testing.faults.answers import DETAILS
from tmdb_facade.testing import Faults, TMDBServer

DRIPPING_HEADERS = {"bytes_per_second": 5, "headers": True}


@pytest.fixture(scope="module")
def listening() -> Iterator[TMDBServer]:
    """Start one server for the tests of this module."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def over_socket(listening: TMDBServer) -> TMDBServer:
    """Return the listening server in its initial state."""
    listening.reset()
    return listening


def client_of(server: TMDBServer, local_address: str = "127.0.0.1") -> httpx.Client:
    """Return a client with one connection."""
    transport = httpx.HTTPTransport(local_address=local_address)
    headers = {"authorization": f"Bearer {server.access_token}"}
    return httpx.Client(base_url=server.base_url, transport=transport, headers=headers, timeout=30)


def first_bytes(server: TMDBServer, is_enough: Callable[[bytes], object]) -> bytes:
    """Request the details over a plain socket, and return the bytes that have arrived when they are enough."""
    head = f"GET {DETAILS}?api_key={server.api_key} HTTP/1.1\r\nhost: {server.base_url.removeprefix('http://')}\r\n\r\n"
    received = b""
    with socket.create_connection(("127.0.0.1", int(server.base_url.rpartition(":")[2])), timeout=30) as connection:
        connection.sendall(head.encode())
        while not is_enough(received):
            data = connection.recv(65536)
            assert data
            received += data
    return received


def test_dripping_body_arrives_at_its_rate(server: TMDBServer, api: httpx.Client) -> None:
    whole = api.get(DETAILS).content
    api.headers["accept-encoding"] = "identity"
    server.faults.drip(len(whole) * 2, times=1)
    began = time.perf_counter()
    assert api.get(DETAILS).content == whole
    assert 0.3 <= time.perf_counter() - began < 5


def test_slowest_dripping_applies() -> None:
    faults = Faults()
    faults.drip(100)
    faults.drip(3)
    faults.drip(50)
    outcome = faults.decide("GET", DETAILS)
    assert outcome is not None
    assert outcome.body_rate == 3


def test_dripping_body_sends_the_headers_at_once(over_socket: TMDBServer) -> None:
    over_socket.faults.drip(20)
    began = time.monotonic()
    received = first_bytes(over_socket, lambda received: len(received.partition(b"\r\n\r\n")[2]) >= 5)
    head, _, body = received.partition(b"\r\n\r\n")
    assert head.startswith(b"HTTP/1.1 200 OK\r\n")
    assert time.monotonic() - began < len(head) / 20  # dripping, they would take longer
    assert 5 <= len(body) < 100


def test_dripping_headers_drip_from_the_first_byte(over_socket: TMDBServer) -> None:
    over_socket.faults.drip(20, headers=True)
    received = first_bytes(over_socket, lambda received: len(received) >= 5)
    assert received.startswith(b"HTTP/")
    assert len(received) < 100


def test_dripping_headers_arrive_complete(over_socket: TMDBServer) -> None:
    """The answer closes its connection, and the next request opens another one."""
    with client_of(over_socket) as api:
        whole = api.get(DETAILS)
        over_socket.faults.drip(20_000, headers=True, times=1)
        dripping = api.get(DETAILS)
        assert (dripping.status_code, dripping.content) == (200, whole.content)
        assert dripping.headers["etag"] == whole.headers["etag"]
        assert dripping.headers["connection"] == "close"
        assert api.get(DETAILS).status_code == 200


def test_server_stops_at_once_while_headers_drip() -> None:
    with TMDBServer() as server:
        server.faults.drip(2, headers=True)
        assert first_bytes(server, bool)
        began = time.perf_counter()
    assert time.perf_counter() - began < 5


def test_half_a_body_in_chunks_has_no_length(over_socket: TMDBServer) -> None:
    over_socket.faults.half_body(chunked=True)
    head = first_bytes(over_socket, lambda received: b"\r\n\r\n" in received).partition(b"\r\n\r\n")[0].lower()
    assert b"transfer-encoding: chunked" in head
    assert b"content-length" not in head


@pytest.mark.parametrize("data", [None, "not HTTP\r\n\r\n", b"HTTP/1.1 200\xff\r\n\r\n"])
def test_raw_bytes_take_the_place_of_an_answer(over_socket: TMDBServer, data: str | bytes | None) -> None:
    fault = over_socket.faults.raw_bytes(times=1) if data is None else over_socket.faults.raw_bytes(data, times=1)
    with client_of(over_socket) as api:
        with pytest.raises(httpx.RemoteProtocolError):
            api.get(DETAILS)
        assert api.get(DETAILS).status_code == 200
    assert (fault.used, over_socket.requests[0].status) == (1, None)


def test_connection_limit_resets_connections_beyond_it(over_socket: TMDBServer) -> None:
    """A connection within the limit works on, and a closed one makes room."""
    fault = over_socket.faults.connection_limit(2)
    with ExitStack() as stack:
        first, second, third = (stack.enter_context(client_of(over_socket)) for _ in range(3))
        for client in (first, second, first):
            assert client.get(DETAILS).status_code == 200
        for _ in range(2):
            with pytest.raises(httpx.ReadError):
                third.get(DETAILS)
        assert first.get(DETAILS).status_code == 200
        assert fault.used == 2
        second.close()
        for _ in range(1000):
            try:
                assert third.get(DETAILS).status_code == 200
                break
            except httpx.ReadError:
                time.sleep(0.01)
        else:
            pytest.fail("the closed connection still counts")


def test_rate_limit_by_address_counts_each_client_address(over_socket: TMDBServer) -> None:
    over_socket.faults.rate_limit(2, per=60, by_address=True, retry_after=False)
    with client_of(over_socket) as one, client_of(over_socket, "127.0.0.2") as other:
        assert [one.get(DETAILS).status_code for _ in range(3)] == [200, 200, 429]
        assert [other.get(DETAILS).status_code for _ in range(3)] == [200, 200, 429]


@pytest.mark.parametrize(
    ("method", "arguments"), [("connection_limit", {"limit": 1}), ("drip", DRIPPING_HEADERS), ("raw_bytes", {})]
)
def test_faults_of_sockets_raise_in_process(method: str, arguments: dict[str, Any]) -> None:
    server = TMDBServer()
    getattr(server.faults, method)(**arguments)
    with (
        httpx.Client(base_url="http://embedded", transport=server.transport) as api,
        pytest.raises(RuntimeError, match=r"socket of TMDBServer: use server.base_url"),
    ):
        api.get(DETAILS)
