"""Failures of exchanges: one table of faults for all engines."""

from __future__ import annotations

import socket
import time
import traceback
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from typing import NamedTuple

import pytest

from tests.chaos.raw_server import CLOSE, RESET, Drip, Pause, RawServer, Script, answer
from tests.engines.driver import HEADERS, Driver, request_to
from tests.engines.table import Engine
from tests.facade.slow import wait_until
from tmdb_facade import EngineError, Failure

SECRET = "0123456789abcdef0123456789abcdef"
HEAD = b"HTTP/1.1 200 OK\r\n"


class Fault(NamedTuple):
    """A fault of a connection.

    Attributes:
        name: The name in test ids.
        script: What the server sends.
        is_timeout: The expected `Failure.is_timeout`.
        is_permanent: The expected `Failure.is_permanent`.
    """

    name: str
    script: Sequence[Script]
    is_timeout: bool = False
    is_permanent: bool = False


#: All of them come after the request, so it may have reached the server.
FAULTS = (
    Fault("reset", [[RESET]]),
    Fault("closed", [[CLOSE]]),
    Fault("reset in the head", [[HEAD + b"content-le", RESET]]),
    Fault("half a body", [[HEAD + b"content-length: 9\r\n\r\n{}", CLOSE]]),
    Fault("reset in the body", [[HEAD + b"content-length: 9\r\n\r\n{}", Pause(0.05), RESET]]),
    Fault("half chunked", [[HEAD + b"transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n", CLOSE]]),
    Fault("bad chunk", [[HEAD + b"transfer-encoding: chunked\r\n\r\nxyz\r\n{}\r\n", CLOSE]]),
    Fault("not HTTP", [[b"SSH-2.0-OpenSSH_9.6\r\n\r\n", CLOSE]]),
    Fault("HTTP/0.9", [[b"<html>hi</html>\r\n\r\n", CLOSE]]),
    Fault("huge head", [[HEAD + b"a: " + b"b" * 1_000_000 + b"\r\ncontent-length: 2\r\n\r\n{}", CLOSE]]),
    Fault("silent", [[Pause(5)]], is_timeout=True),
    Fault("silent body", [[HEAD + b"content-length: 9\r\n\r\n{}", Pause(5)]], is_timeout=True),
)
#: Faults that some libraries do not detect.
HEAD_FAULTS = (
    Fault("closed in the head", [[HEAD + b"content-le", CLOSE]]),
    Fault("two lengths", [[HEAD + b"content-length: 2\r\ncontent-length: 3\r\n\r\n{}", CLOSE]]),
)


def failure_of(engine: Driver, url: str, *, connect: float = 5.0, read: float = 5.0, total: float = 20.0) -> Failure:
    """Return the failure of an exchange, and check that its error shows no secret."""
    headers = {**HEADERS, "Authorization": f"Bearer {SECRET}"}
    request = request_to(f"{url}?api_key={SECRET}", headers=headers, connect=connect, read=read, total=total)
    with pytest.raises(EngineError) as caught:
        engine.send(request)
    error: BaseException | None = caught.value
    assert SECRET not in "".join(traceback.format_exception(caught.value))
    while error is not None:
        assert SECRET not in f"{error!r} {error} {vars(error)}"
        assert error.__cause__ is None or engine.entry.name == "example"
        error = error.__context__
    return caught.value.failure


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_fault_after_the_request(engine: Driver, fault: Fault) -> None:
    check_fault(engine, fault)


@pytest.mark.engines_with("reads_heads_strictly")
@pytest.mark.parametrize("fault", HEAD_FAULTS, ids=[fault.name for fault in HEAD_FAULTS])
def test_fault_of_a_head(engine: Driver, fault: Fault) -> None:
    check_fault(engine, fault)


def check_fault(engine: Driver, fault: Fault) -> None:
    """Check that an exchange with a server that has a fault fails at once, and how."""
    with RawServer(*fault.script) as server:
        start = time.monotonic()
        # Not shorter than it must be: on a busy machine, a response can take a moment.
        failure = failure_of(engine, server.base_url, read=0.3 if fault.is_timeout else 3.0)
        assert time.monotonic() - start < 4
        assert wait_until(lambda: bool(server.requests))  # the server may be slower than the engine's timeout
        assert len(server.requests) == 1  # engines retry nothing
    assert failure.is_sent
    assert (failure.is_timeout, failure.is_permanent) == (fault.is_timeout, fault.is_permanent)


def test_refused_connection_sends_nothing(engine: Driver) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        failure = failure_of(engine, f"http://127.0.0.1:{unused.getsockname()[1]}")
    assert failure[1:4] == (False, False, False)


def test_unknown_host_sends_nothing(engine: Driver) -> None:
    assert failure_of(engine, "http://name.invalid")[1:4] == (False, False, False)


@contextmanager
def full_backlog() -> Generator[str]:
    """Yield the URL of a port that accepts no further connection."""
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen(0)
        waiting = [socket.socket() for _ in range(4)]
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(server.getsockname())
        time.sleep(0.05)
        yield f"http://127.0.0.1:{server.getsockname()[1]}"
        for one in waiting:
            one.close()


@pytest.mark.engines_with("maps_errors")
def test_connect_timeout_sends_nothing(engine: Driver) -> None:
    with full_backlog() as url:
        assert failure_of(engine, url, connect=0.3)[1:4] == (False, True, False)


@pytest.mark.engines_with("maps_errors")
@pytest.mark.parametrize("url", ["http://[::1", "foo://localhost/3"])
def test_request_that_cannot_be_sent_is_permanent(engine: Driver, url: str) -> None:
    failure = failure_of(engine, url)
    assert (failure.is_sent, failure.is_permanent) == (False, True)


@pytest.mark.engines_with("maps_errors", "rejects_long_urls")
def test_url_above_64_kib_is_permanent(engine: Driver) -> None:
    with RawServer([answer(b"{}")]) as server:
        failure = failure_of(engine, f"{server.base_url}/{'a' * 70_000}")
    assert (failure.is_sent, failure.is_permanent) == (False, True)


@pytest.mark.engines_with("sends_long_urls")
def test_url_above_64_kib_is_sent(engine: Driver) -> None:
    """It is for the server to reject it."""
    with RawServer([answer(b"{}")]) as server:
        assert engine.send(request_to(f"{server.base_url}/{'a' * 70_000}")).status == 200


@pytest.mark.engines_with("cuts_drips", "maps_errors")
@pytest.mark.parametrize("is_body", [False, True], ids=["head", "body"])
def test_deadline_ends_a_dripping_response(engine: Driver, is_body: bool) -> None:
    sent = answer(b"x" * 200)
    at = sent.index(b"\r\n\r\n") + 4 if is_body else 5
    with RawServer([sent[:at], Drip(sent[at:], 20)]) as server:
        start = time.monotonic()
        failure = failure_of(engine, server.base_url, read=2, total=0.5)
        assert time.monotonic() - start < 4
    assert failure.is_sent or not server.requests  # after a stall, the time can be over before the request is sent
    assert (failure.is_timeout, failure.is_permanent) == (True, False)


def test_deadline_ends_a_dripping_body(engine: Driver) -> None:
    with RawServer([HEAD + b"content-length: 900\r\n\r\n", Drip(b"x" * 900, 20)]) as server:
        start = time.monotonic()
        assert failure_of(engine, server.base_url, read=2, total=0.5).is_timeout
        assert time.monotonic() - start < 4


@pytest.mark.engines_with("maps_errors")
def test_body_above_64_mib_is_a_permanent_failure(engine: Driver) -> None:
    part = b"x" * (1 << 20)
    with RawServer([HEAD + b"content-length: 99999999\r\n\r\n", *[part] * 65, CLOSE]) as server:
        assert failure_of(engine, server.base_url)[1:4] == (True, False, True)


def test_stale_connection(engine: Driver) -> None:
    """A connection that the server has closed since fails at most one request, which may count as sent."""
    with RawServer([answer(b"{}"), CLOSE]) as server:
        engine.send(request_to(server.base_url))
        assert wait_until(lambda: not server.open_connections)
        time.sleep(0.1)
        assert engine.send(request_to(server.base_url)).status == 200


@pytest.mark.engines_with("cuts_drips", "frees_cancelled", "maps_errors")
def test_dripping_answers_cost_no_slot(entry: Engine) -> None:
    with RawServer([HEAD + b"a", Drip(b"x" * 900, 20)]) as slow, RawServer([Pause(0.05), answer(b"{}")]) as server:
        with Driver(entry) as engine:
            for _ in range(2):
                engine.send_all([request_to(slow.base_url, total=0.3) for _ in range(20)])
                responses = engine.send_all([request_to(server.base_url) for _ in range(40)])
                assert [getattr(response, "status", response) for response in responses] == [200] * 40
        assert server.connections <= 40
