"""The loopback server of a login: every request gets a small answer, and none but the right ones mean anything."""

from __future__ import annotations

import gc
import socket
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import urlsplit

import pytest

from tmdb_facade._core.signing_in.outcomes import LoginOutcome
from tmdb_facade._core.signing_in.secret import Secret
from tmdb_facade._runtime.callback_server import CallbackServer

MODULE = "tmdb_facade._runtime.callback_server"
APPROVAL_URL = "https://www.themoviedb.org/authenticate/t1"


class Opened:
    """A running server and the addresses of its pages."""

    def __init__(self, server: CallbackServer) -> None:
        self.server = server
        start = urlsplit(server.site.start_url(Secret(APPROVAL_URL)).get())
        self.host = start.netloc
        self.port = start.port or 0
        self.start = start.path
        self.callback = urlsplit(server.site.callback_url.get()).path

    def connect(self) -> socket.socket:
        """Connect to the server."""
        return socket.create_connection(("127.0.0.1", self.port), 60)

    def send(self, data: bytes) -> str:
        """Send bytes, and return all that comes back."""
        with self.connect() as connection:
            connection.sendall(data)
            return received(connection)

    def get(self, path: str, *, method: str = "GET", host: str | None = None) -> str:
        """Send a request, and return the response."""
        return self.send(f"{method} {path} HTTP/1.1\r\nHost: {host or self.host}\r\nAccept: */*\r\n\r\n".encode())

    def page(self) -> str:
        """Come back from TMDB, and return the path of the page."""
        return header(self.get(self.callback), "Location")


def received(connection: socket.socket) -> str:
    parts: list[bytes] = []
    while part := connection.recv(65536):
        parts.append(part)
    return b"".join(parts).decode()


def header(response: str, name: str) -> str:
    [value] = [line.partition(": ")[2] for line in response.splitlines() if line.startswith(f"{name}: ")]
    return value


def status(response: str) -> int:
    return int(response.split(" ", 2)[1])


@pytest.fixture
def woken() -> list[None]:
    return []


@pytest.fixture
def opened(woken: list[None], monkeypatch: pytest.MonkeyPatch) -> Iterator[Opened]:
    monkeypatch.setattr(f"{MODULE}.PAGE_SECONDS", 0.01)
    server = CallbackServer("Ada", lambda: woken.append(None))
    try:
        yield Opened(server)
    finally:
        server.close()
    assert callback_threads() == 0


def test_start_redirects_to_tmdb_once(opened: Opened) -> None:
    first = opened.get(opened.start)
    assert (status(first), header(first, "Location")) == (303, APPROVAL_URL)
    assert status(opened.get(opened.start)) == 410


def test_callback_wakes_the_login_and_redirects_to_a_page_without_query(opened: Opened, woken: list[None]) -> None:
    response = opened.get(f"{opened.callback}?request_token=a-request-token&approved=true")
    assert status(response) == 303
    assert "a-request-token" not in response
    assert opened.server.site.is_called
    assert woken == [None]
    assert status(opened.get(opened.callback)) == 303
    assert woken == [None]


@pytest.mark.parametrize("query", ["", "?denied=true", "?request_token=other", f"?request_token={'x' * 8000}"])
def test_callback_is_a_signal_whatever_its_query(opened: Opened, query: str) -> None:
    assert status(opened.get(f"{opened.callback}{query}")) == 303
    assert opened.server.site.is_called


def refused_requests(opened: Opened) -> dict[str, tuple[int, bytes]]:
    """Return requests that mean nothing, with the status of their answers."""
    line = f"GET {opened.callback} HTTP/1.1\r\n"
    host = f"Host: {opened.host}\r\n"
    return {
        "wrong path": (404, f"GET / HTTP/1.1\r\n{host}\r\n".encode()),
        "favicon": (404, f"GET /favicon.ico HTTP/1.1\r\n{host}\r\n".encode()),
        "path with more": (404, f"GET {opened.callback}/x HTTP/1.1\r\n{host}\r\n".encode()),
        "HEAD": (405, f"HEAD {opened.callback} HTTP/1.1\r\n{host}\r\n".encode()),
        "OPTIONS": (405, f"OPTIONS {opened.callback} HTTP/1.1\r\n{host}\r\n".encode()),
        "POST": (405, f"POST {opened.callback} HTTP/1.1\r\n{host}Content-Length: 3\r\n\r\na=b".encode()),
        "other host": (421, f"{line}Host: attacker.example:{opened.port}\r\n\r\n".encode()),
        "other port": (421, f"{line}Host: 127.0.0.1:1\r\n\r\n".encode()),
        "localhost": (421, f"{line}Host: localhost:{opened.port}\r\n\r\n".encode()),
        "no host": (400, f"{line}\r\n".encode()),
        "two hosts": (400, f"{line}{host}{host}\r\n".encode()),
        "no HTTP": (400, b"\x16\x03\x01\x02\x00\r\n\r\n"),
        "whole URL": (400, f"GET http://{opened.host}{opened.callback} HTTP/1.1\r\n{host}\r\n".encode()),
        "control characters": (400, f"GET {opened.callback}\t HTTP/1.1\r\n{host}\r\n".encode()),
        "long line": (431, f"GET {opened.callback}?{'x' * 20_000} HTTP/1.1\r\n{host}\r\n".encode()),
        "many headers": (431, (line + host + "X-A: b\r\n" * 4000).encode()),
    }


def test_other_requests_get_a_small_answer_and_mean_nothing(opened: Opened, woken: list[None]) -> None:
    for name, (expected, data) in refused_requests(opened).items():
        response = opened.send(data)
        assert (name, status(response)) == (name, expected)
        assert len(response) < 4000
        assert header(response, "Content-Security-Policy").startswith("default-src 'none'; style-src 'unsafe-inline'")
        assert opened.callback not in response
        assert opened.start not in response
    assert header(opened.get("/", method="PUT"), "Allow") == "GET"
    assert not opened.server.site.is_called
    assert woken == []
    assert status(opened.get(opened.callback)) == 303


def test_slow_request_is_answered_and_an_unused_connection_is_closed(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"{MODULE}.REQUEST_SECONDS", 0.05)
    with opened.connect() as slow, opened.connect() as unused:
        slow.sendall(b"GET / HTT")
        assert status(received(slow)) == 408
        assert received(unused) == ""


def test_idle_connections_do_not_delay_the_callback(opened: Opened) -> None:
    idle = [opened.connect() for _ in range(10)]
    assert status(opened.get(opened.callback)) == 303
    for connection in idle:
        connection.close()


def test_too_many_connections_are_turned_away(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{MODULE}.MAX_CONNECTIONS", 0)
    with opened.connect() as connection:
        assert status(received(connection)) == 503
    monkeypatch.undo()
    assert status(opened.get(opened.callback)) == 303


def test_several_callbacks_at_once_are_one_signal(opened: Opened, woken: list[None]) -> None:
    with ThreadPoolExecutor(8) as pool:
        responses = list(pool.map(opened.get, [opened.callback] * 16))
    assert {status(response) for response in responses} == {303}
    assert woken == [None]


def test_each_callback_leads_to_an_address_of_its_own(opened: Opened) -> None:
    """A browser does not load one address in two tabs at once, and the page waits for the end of the login."""
    page = opened.page()
    assert [opened.page(), opened.page()] == [f"{page}?2", f"{page}?3"]
    assert [status(opened.get(f"{page}{query}")) for query in ("", "?2", "?3")] == [200] * 3


@pytest.mark.parametrize(
    ("outcome", "text"),
    [
        (LoginOutcome.APPROVED, "<h1>Signed in</h1>"),
        (LoginOutcome.DENIED, "<h1>Access denied</h1>"),
        (LoginOutcome.EXPIRED, "<h1>Too late</h1>"),
        (LoginOutcome.FAILED, "<h1>Not signed in</h1>"),
    ],
)
def test_page_shows_the_outcome_and_the_login_learns_of_it(opened: Opened, outcome: LoginOutcome, text: str) -> None:
    page = opened.page()
    waiting = opened.get(page)
    assert '<meta http-equiv="refresh"' in waiting
    assert not opened.server.is_shown
    opened.server.finish(outcome)
    opened.server.finish(LoginOutcome.FAILED)  # the first outcome counts
    response = opened.get(page)
    assert status(response) == 200
    assert text in response
    assert "refresh" not in response
    assert "You can close this tab." in response
    until(lambda: opened.server.is_shown)


def callback_threads() -> int:
    """Return the number of the running threads of callback servers."""
    return [thread.name for thread in threading.enumerate()].count("tmdb-facade callback")


def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition, which a thread is about to make true."""
    for _ in range(6000):
        if condition():
            return
        threading.Event().wait(0.01)
    raise AssertionError("it never became true")


def test_page_waits_for_the_outcome(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(f"{MODULE}.PAGE_SECONDS", 60.0)
    page = opened.page()
    with ThreadPoolExecutor(1) as pool:
        response = pool.submit(opened.get, page)
        opened.server.finish(LoginOutcome.APPROVED)
        assert "Signed in" in response.result()


def test_close_ends_open_connections_and_can_be_repeated(monkeypatch: pytest.MonkeyPatch) -> None:
    """A waiting page is answered; a connection without a request is closed."""
    monkeypatch.setattr(f"{MODULE}.PAGE_SECONDS", 60.0)
    monkeypatch.setattr(f"{MODULE}.REQUEST_SECONDS", 60.0)
    server = CallbackServer("Ada", lambda: None)
    opened = Opened(server)
    page = opened.page()
    until(lambda: callback_threads() == 1)  # the thread of the connection that led to the page has ended
    with opened.connect() as idle, ThreadPoolExecutor(1) as pool:
        response = pool.submit(opened.get, page)
        idle.sendall(b"GET")
        until(lambda: callback_threads() == 3)
        server.close()
        server.close()
        assert "Not signed in" in response.result()
        assert received(idle) == ""
    with pytest.raises(ConnectionRefusedError):
        opened.connect()


def test_connection_without_a_thread_is_turned_away(opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """A system that starts no more threads ends neither the server nor the login that closes it."""

    class Unstarted(threading.Thread):
        def start(self) -> None:
            raise RuntimeError("can't start new thread")

    with monkeypatch.context() as patched:
        patched.setattr(f"{MODULE}.Thread", Unstarted)
        with opened.connect() as connection:
            assert status(received(connection)) == 503
    assert status(opened.get(opened.callback)) == 303


def test_server_that_cannot_start_leaves_no_socket_open(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> tuple[socket.socket, socket.socket]:
        raise OSError("too many open files")

    monkeypatch.setattr("socket.socketpair", fail)
    with pytest.raises(OSError, match="too many open files"):
        CallbackServer("Ada", lambda: None)
    gc.collect()  # an open socket is a warning, which fails the test
