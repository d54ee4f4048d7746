"""The server of scripted bytes."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import httpx
import pytest

from tests.chaos.raw_server import CLOSE, RESET, Drip, Pause, RawServer, Script, answer


def wait_until(condition: Callable[[], bool]) -> None:
    """Wait until a condition holds, at most five seconds."""
    end = time.monotonic() + 5
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_raw_server_runs_one_script_per_request() -> None:
    """The last script answers all further requests; connections stay open."""
    with RawServer([answer(b"1")], [answer(b"2", status="503 Busy")]) as server, httpx.Client() as client:
        answers = [client.get(f"{server.base_url}/{number}") for number in range(3)]
        assert [(each.status_code, each.text) for each in answers] == [(200, "1"), (503, "2"), (503, "2")]
        assert [request.split()[1] for request in server.requests] == [b"/0", b"/1", b"/2"]
        assert (server.connections, server.open_connections) == (1, 1)
        client.close()
        wait_until(lambda: server.open_connections == 0)


def test_raw_server_records_complete_bodies() -> None:
    with RawServer([answer(b"{}")]) as server, httpx.Client(base_url=server.base_url) as client:
        client.post("/", content=b"plain")
        client.post("/", content=iter([b"chun", b"ked"]))
        client.post("/", content=iter([]))
    plain, chunked, empty = (request.partition(b"\r\n\r\n")[2] for request in server.requests)
    assert plain == b"plain"
    assert chunked == b"4\r\nchun\r\n3\r\nked\r\n0\r\n\r\n"
    assert empty == b"0\r\n\r\n"


def test_raw_server_counts_an_incomplete_request_as_a_connection_only() -> None:
    with RawServer([answer(b"{}")]) as server:
        with socket.create_connection(("127.0.0.1", server.port)) as connection:
            connection.sendall(b"POST / HTTP/1.1\r\ncontent-length: 10\r\n\r\nhalf")
        wait_until(lambda: server.connections == 1 and server.open_connections == 0)
        assert server.requests == []


def test_raw_server_closes_or_resets_inside_an_answer() -> None:
    half = answer(b"12345678")[:-4]
    scripts: list[Script] = [
        [half, CLOSE],
        [half, RESET],
        [half[:20], RESET],
        [CLOSE],
        [answer(b"half", length=False), CLOSE],
    ]
    with RawServer(*scripts) as server, httpx.Client(base_url=server.base_url) as client:
        for error in (httpx.RemoteProtocolError, httpx.ReadError, httpx.ReadError, httpx.RemoteProtocolError):
            with pytest.raises(error):
                client.get("/")
        assert client.get("/").content == b"half"
        assert (len(server.requests), server.connections) == (5, 5)


def test_raw_server_greeting_runs_before_the_first_request() -> None:
    with RawServer([answer(b"{}")], greeting=[RESET]) as server:
        with pytest.raises(httpx.TransportError):
            httpx.get(server.base_url)
        assert (server.connections, server.requests) == (1, [])


def test_raw_server_pauses_and_drips() -> None:
    """The answer takes as long as its steps."""
    whole = answer(b"{}")
    with RawServer([whole[:15], Pause(0.2), Drip(whole[15:], 200)], [whole[:15], Pause(60)]) as server:
        began = time.perf_counter()
        assert httpx.get(server.base_url, timeout=30).content == b"{}"
        assert time.perf_counter() - began >= 0.2 + (len(whole) - 15) / 200
        with pytest.raises(httpx.ReadTimeout):
            httpx.get(server.base_url, timeout=0.1)


def test_raw_server_answers_connections_at_the_same_time() -> None:
    """None is answered before all requests have arrived."""
    together = threading.Barrier(5, timeout=30)

    def respond(_: bytes) -> Script:
        together.wait()
        return [answer(b"{}")]

    with RawServer(respond=respond) as server, ThreadPoolExecutor(5) as pool:
        answers = list(pool.map(partial(httpx.get, timeout=60), [server.base_url] * 5))
    assert [each.content for each in answers] == [b"{}"] * 5
    assert len(server.requests) == 5


def test_raw_server_stops_at_once_during_a_pause() -> None:
    with RawServer([Pause(60), answer(b"{}")]) as server:
        connection = socket.create_connection(("127.0.0.1", server.port))
        connection.sendall(b"GET / HTTP/1.1\r\n\r\n")
        wait_until(lambda: len(server.requests) == 1)
        began = time.perf_counter()
    assert connection.recv(1) == b""
    assert time.perf_counter() - began < 5
    connection.close()
    wait_until(lambda: server.open_connections == 0)
