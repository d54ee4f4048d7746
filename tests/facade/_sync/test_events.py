# Made from tests/facade/_async/test_events.py by `make sync`: edit that file, never this one.
"""Hooks and logs."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, async_no_op, error_response, fake_sequence, json_response
from tmdb_facade import (
    TMDB,
    APIConnectionError,
    APITimeoutError,
    NotFoundError,
    RequestEvent,
    ResponseEvent,
    TMDBError,
)
from tmdb_facade.testing import TMDBServer

MOVIE = {"id": 550, "title": "Fight Club"}
ACCOUNT = {"id": 1, "username": "u"}
SESSION = "5e55105e5510"
URL = "https://api.themoviedb.org/3/movie/550"


@pytest.fixture(autouse=True)
def tmdb_logger(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """Return our logger in its initial state, and restore it afterwards."""
    logger = logging.getLogger("tmdb_facade")
    level, handlers = logger.level, list(logger.handlers)
    monkeypatch.delenv("TMDB_LOG", raising=False)
    yield logger
    logger.setLevel(level)
    logger.handlers[:] = handlers


def test_hooks_get_an_event_for_each_request_and_response_including_retries(waits: list[float]) -> None:
    fake = fake_sequence(
        error_response(503, 9), httpx.ConnectTimeout("slow"), json_response(MOVIE, headers={"x-amz-cf-id": "cf-1"})
    )
    events: list[RequestEvent | ResponseEvent] = []
    with TMDB(
        TOKEN, transport=fake.transport, on_drift="ignore", on_request=events.append, on_response=events.append
    ) as tmdb:
        tmdb.movies.details(550)
    requests = [RequestEvent("movies_details", "GET", URL, attempt) for attempt in (1, 2, 3)]
    assert [event for event in events if isinstance(event, RequestEvent)] == requests
    responses = [event for event in events if isinstance(event, ResponseEvent)]
    assert events == [each for pair in zip(requests, responses, strict=True) for each in pair]
    assert [(event.request, event.status, event.error, event.request_id) for event in responses] == [
        (requests[0], 503, None, None),
        (requests[1], None, "APITimeoutError", None),
        (requests[2], 200, None, "cf-1"),
    ]
    assert all(0 <= event.seconds < 60 for event in responses)


def test_events_and_logs_hide_credentials_sessions_and_account_ids(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    fake = Fake(json_response(ACCOUNT))
    events: list[object] = []
    for token, key in ((TOKEN, None), (None, KEY)):
        with TMDB(
            token,
            api_key=key,
            session_id=SESSION,
            transport=fake.transport,
            on_drift="ignore",
            on_request=events.append,
            on_response=events.append,
        ) as tmdb:
            tmdb.account.details(548_123_987)
    assert len(events) == 4
    for secret in (TOKEN, KEY, SESSION, "548123987"):
        assert secret not in f"{events} {caplog.text}"
    assert "/3/account/***?session_id=***" in caplog.text


def test_on_request_and_on_response_are_optional() -> None:
    events: list[object] = []
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", on_request=events.append) as tmdb:
        tmdb.with_options(language="de").movies.details(550)
    assert events == [RequestEvent("movies_details", "GET", f"{URL}?language=de", 1)]
    events.clear()
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", on_response=events.append) as tmdb:
        tmdb.movies.details(550)
    assert len(events) == 1


def test_with_options_replaces_or_removes_hooks() -> None:
    """The first client's hooks stay as they are."""
    fake = Fake(json_response(MOVIE))
    first: list[object] = []
    second: list[object] = []
    with TMDB(
        TOKEN, transport=fake.transport, on_drift="ignore", on_request=first.append, on_response=first.append
    ) as tmdb:
        tmdb.with_options(on_request=second.append).movies.details(550)
        assert ([type(event) for event in first], [type(event) for event in second]) == (
            [ResponseEvent],
            [RequestEvent],
        )
        tmdb.with_options(on_request=None, on_response=None).movies.details(550)
        (tmdb.with_options(on_request=None).with_options(language="de", on_response=second.append).movies.details(1))
        assert (len(first), len(second)) == (1, 2)
        tmdb.movies.details(550)
        assert (len(first), len(second)) == (3, 2)


def test_client_with_an_async_or_uncallable_hook_raises() -> None:
    hooks: list[Any] = [async_no_op, "print", 5]
    for hook in hooks:
        with pytest.raises(ValueError, match="on_request must be a synchronous function"):
            TMDB(TOKEN, on_request=hook)
        with pytest.raises(ValueError, match="on_response must be a synchronous function"):
            TMDB(TOKEN).with_options(on_response=hook)


def test_error_in_on_request_reaches_the_caller_before_sending() -> None:

    def raise_error(event: RequestEvent) -> None:
        raise RuntimeError(f"not {event.operation}")

    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_request=raise_error) as tmdb:
        with pytest.raises(RuntimeError, match="not movies_details"):
            tmdb.movies.details(550)
    assert fake.requests == []


@pytest.mark.parametrize(
    ("answer", "kind"), [(error_response(404, 34), NotFoundError), (httpx.ReadTimeout("slow"), APITimeoutError)]
)
def test_error_of_the_request_wins_over_an_error_in_on_response(
    answer: httpx.Response | Exception, kind: type[TMDBError]
) -> None:

    def raise_error(event: ResponseEvent) -> None:
        raise RuntimeError(event.request.operation)

    fake = Fake(answer)
    with TMDB(TOKEN, transport=fake.transport, max_retries=0, on_response=raise_error) as tmdb:
        with pytest.raises(kind) as caught:
            tmdb.movies.details(550)
    assert caught.value.__notes__ == ["The hook on_response failed as well: RuntimeError"]


def test_hooks_that_raise_leave_no_connection_in_use() -> None:
    """A client has 20 connections: the call after 20 that leaked would wait for ever."""

    def raise_error(event: object) -> None:
        raise RuntimeError("a mistake")

    with TMDBServer() as server:
        with TMDB(server.access_token, base_url=server.base_url, total_timeout=30) as tmdb:
            for hooked in (tmdb.with_options(on_request=raise_error), tmdb.with_options(on_response=raise_error)):
                for _ in range(21):
                    with pytest.raises(RuntimeError, match="a mistake"):
                        hooked.movies.details(550)
            assert (tmdb.movies.details(550)).id == 550


def test_seconds_of_a_response_end_with_its_last_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [0.0]
    monkeypatch.setattr("tmdb_facade._sync.senders.reporting.perf_counter", lambda: clock[0])
    events: list[ResponseEvent] = []

    class Slow(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b'{"id": '
            clock[0] += 5
            yield b"550}"

    transport = httpx.MockTransport(lambda _: httpx.Response(200, stream=Slow()))
    with TMDB(TOKEN, transport=transport, on_drift="ignore", on_response=events.append) as tmdb:
        tmdb.movies.details(550)
    assert events[0].seconds == 5


@pytest.mark.parametrize(("level", "lines"), [("info", ["INFO"]), ("debug", ["DEBUG", "INFO"]), (" INFO ", ["INFO"])])
def test_tmdb_log_sets_the_level_of_our_logger_only(
    level: str,
    lines: list[str],
    tmdb_logger: logging.Logger,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """The HTTP library's logger writes whole URLs, so it stays off."""
    monkeypatch.setenv("TMDB_LOG", level)
    before = logging.getLogger("httpx").level
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert [(record.name, record.levelname) for record in caplog.records] == [("tmdb_facade", name) for name in lines]
    assert re.match(rf"movies_details GET {re.escape(URL)}: 200 after \d+\.\d", caplog.messages[-1])
    assert logging.getLogger("httpx").level == before
    # The program (here, the test) has configured logging: a second handler would write each line twice.
    assert tmdb_logger.handlers == []


def test_tmdb_log_writes_to_stderr_when_logging_is_not_configured(
    tmdb_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line for each answer and each failure."""
    monkeypatch.setenv("TMDB_LOG", "info")
    monkeypatch.setattr(tmdb_logger, "propagate", False)
    fake = fake_sequence(json_response(MOVIE), httpx.ConnectError("down"))
    for _ in range(2):
        with TMDB(TOKEN, max_retries=0, transport=fake.transport, on_drift="ignore") as tmdb:
            with suppress(APIConnectionError):
                tmdb.movies.details(550)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert re.search(rf"tmdb_facade INFO movies_details GET {re.escape(URL)}: 200 after \d+\.\d", lines[0])
    assert re.search(
        rf"tmdb_facade INFO movies_details GET {re.escape(URL)}: APIConnectionError after \d+\.\d", lines[1]
    )


def test_nothing_is_logged_by_default(caplog: pytest.LogCaptureFixture) -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert caplog.records == []
