# Made from tests/facade/_async/test_retries.py by `make sync`: edit that file, never this one.
"""Retries: which requests, how often, and how long the waits are."""

from __future__ import annotations

import datetime
import ssl
import time
from collections.abc import Iterator

import httpx
import pytest

from tests.facade.support import TOKEN, Answer, Fake, error_response, fake_sequence, json_response
from tmdb_bindings import api
from tmdb_facade import (
    TMDB,
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    NotFoundError,
    RateLimitError,
    ServerError,
)

MOVIE = {"id": 550, "title": "Fight Club"}
DONE = {"success": True, "status_code": 1, "status_message": "Success."}

TEMPORARY: list[Answer] = [
    error_response(429, 25),
    error_response(500, 11),
    httpx.Response(500, text="<html>"),
    error_response(502, 43),
    error_response(503, 9),
    httpx.Response(504),
    httpx.Response(520, text="<html>"),
    httpx.ConnectError("down"),
    httpx.ConnectTimeout("slow"),
    httpx.ReadTimeout("slow"),
    httpx.ReadError("reset"),
    httpx.RemoteProtocolError("closed"),
    httpx.Response(408),
    httpx.Response(200),
    httpx.Response(200, text="<html>"),
    httpx.Response(200, text='{"id": 55'),
    httpx.Response(200, text='{"id": 550}{"id": 550}'),
]
PERMANENT: list[tuple[Answer, type[Exception]]] = [
    (error_response(401, 7), APIStatusError),
    (error_response(404, 34), NotFoundError),
    (error_response(500, 44), NotFoundError),  # TMDB's answer to an invalid id
    (error_response(501, 2), APIStatusError),
    (httpx.Response(501), APIStatusError),
    (error_response(429, 25, retry_after="3600"), RateLimitError),
    (httpx.UnsupportedProtocol("ftp"), APIConnectionError),
    (httpx.LocalProtocolError("header"), APIConnectionError),
]


@pytest.mark.parametrize("failure", TEMPORARY)
def test_temporary_failure_is_retried_twice_with_jittered_waits(failure: Answer, waits: list[float]) -> None:
    fake = fake_sequence(failure, failure, json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert (tmdb.movies.details(550)).title == "Fight Club"
    assert len(fake.requests) == 3
    assert len({str(request.url) for request in fake.requests}) == 1
    assert {request.headers["authorization"] for request in fake.requests} == {f"Bearer {TOKEN}"}
    assert 0 <= waits[0] <= 0.5
    assert 0 <= waits[1] <= 1


@pytest.mark.parametrize(
    ("failure", "kind"),
    [
        (error_response(503, 9), ServerError),
        (error_response(429, 25), RateLimitError),
        (httpx.ReadTimeout("slow"), APITimeoutError),
    ],
)
def test_last_failure_is_raised_after_max_retries(failure: Answer, kind: type[Exception], waits: list[float]) -> None:
    for retries in (1, 2, 5):
        fake = Fake(failure)
        with TMDB(TOKEN, max_retries=retries, transport=fake.transport) as tmdb:
            with pytest.raises(kind):
                tmdb.movies.details(550)
        assert len(fake.requests) == 1 + retries
        assert len(waits) == retries
        waits.clear()


def test_waits_grow_to_at_most_8_seconds(waits: list[float], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._sync.senders.retrying.random", lambda: 1.0)
    fake = Fake(error_response(503, 9))
    with TMDB(TOKEN, max_retries=12, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.movies.details(550)
    assert waits == [0.5, 1, 2, 4, 8, 8, 8, 8, 8, 8, 8, 8]


@pytest.mark.parametrize(("failure", "kind"), PERMANENT)
def test_permanent_failure_is_not_retried(failure: Answer, kind: type[Exception], waits: list[float]) -> None:
    """Retry-After beyond 30 seconds counts as permanent."""
    fake = Fake(failure)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(kind):
            tmdb.movies.details(550)
    assert len(fake.requests) == 1
    assert waits == []


def test_permanent_failure_on_a_retry_ends_the_retries(waits: list[float]) -> None:
    fake = fake_sequence(httpx.ConnectError("down"), error_response(500, 44), json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.movies.details(550)
    assert len(fake.requests) == 2


def test_retry_after_sets_the_wait_and_beyond_30_seconds_raises(waits: list[float]) -> None:
    """TMDB sends seconds or an HTTP date."""
    soon = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=20)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    for retry_after, shortest, longest in (("7", 7, 8.5), ("30", 30, 31.5), (soon, 10, 21.5)):
        fake = fake_sequence(error_response(429, 25, retry_after=retry_after), json_response(MOVIE))
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            tmdb.movies.details(550)
        assert shortest <= waits.pop() <= longest
    fake = Fake(error_response(429, 25, retry_after="31"))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(RateLimitError) as caught:
            tmdb.movies.details(550)
    assert caught.value.retry_after == 31
    assert waits == []


@pytest.mark.usefixtures("real_waits")
def test_retry_sleeps_between_attempts(monkeypatch: pytest.MonkeyPatch) -> None:
    """The other tests replace the sleep."""
    monkeypatch.setattr("tmdb_facade._sync.senders.retrying.random", lambda: 0.5)
    fake = fake_sequence(error_response(503, 9), json_response(MOVIE))
    start = time.perf_counter()
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert 0.24 <= time.perf_counter() - start <= 30


def test_max_retries_0_turns_retries_off() -> None:
    fake = Fake(error_response(503, 9))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.with_options(max_retries=0).movies.details(550)
    assert len(fake.requests) == 1
    with TMDB(TOKEN, max_retries=0, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.movies.details(550)
    assert len(fake.requests) == 2


def test_only_repeatable_operations_are_retried(waits: list[float]) -> None:
    """The HTTP method does not matter: clearing a list of version 4 is a GET.

    Deleting a list of version 3 is not repeatable: TMDB may delete it and still answer with HTTP 500.
    """
    fake = Fake(error_response(503, 9))
    with TMDB(TOKEN, session_id="s", transport=fake.transport) as tmdb:
        for count, call in (
            (3, lambda: tmdb.call(api.movies.delete_rating, 550)),
            (3, lambda: tmdb.call(api.movies.rate, 550, {"value": 8})),
            (3, lambda: tmdb.call(api.account.set_favorite, 1, {"media_type": "tv", "media_id": 1, "favorite": True})),
            (1, lambda: tmdb.call(api.lists.add_movie, 1, {"media_id": 550})),
            (1, lambda: tmdb.call(api.v4_lists.clear, 1)),
            (1, lambda: tmdb.call(api.lists.clear, 1, confirm=True)),
            (1, lambda: tmdb.call(api.lists.delete, 1)),
            (3, lambda: tmdb.call(api.v4_lists.delete, 1)),
        ):
            with pytest.raises(ServerError):
                call()
            assert len(fake.requests) == count
            fake.requests.clear()


@pytest.mark.parametrize("failure", [error_response(429, 25), httpx.ConnectError("refused"), httpx.ConnectTimeout("")])
def test_request_that_was_not_carried_out_is_retried_for_every_operation(failure: Answer, waits: list[float]) -> None:
    fake = fake_sequence(failure, json_response(DONE))
    with TMDB(TOKEN, session_id="s", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.lists.delete, 1)
    assert len(fake.requests) == 2


def test_untrusted_certificate_is_not_retried(waits: list[float]) -> None:
    def fail(request: httpx.Request) -> httpx.Response:
        try:
            raise ssl.SSLCertVerificationError("self-signed certificate")
        except ssl.SSLError as error:
            raise httpx.ConnectError(str(error)) from error

    with TMDB(TOKEN, transport=httpx.MockTransport(fail)) as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            tmdb.movies.details(550)
    assert waits == []
    assert "SSL_CERT_FILE" in caught.value.__notes__[0]


def test_no_retry_starts_after_the_total_timeout(waits: list[float]) -> None:
    fake = Fake(error_response(429, 25, retry_after="21"))
    with TMDB(TOKEN, total_timeout=20, transport=fake.transport) as tmdb:
        with pytest.raises(RateLimitError):
            tmdb.movies.details(550)
        with pytest.raises(RateLimitError):
            tmdb.with_options(total_timeout=None).movies.details(550)
    assert len(fake.requests) == 1 + 3
    assert len(waits) == 2


@pytest.mark.usefixtures("real_waits")
def test_call_with_retries_ends_at_its_total_timeout() -> None:
    fake = Fake(error_response(503, 9))
    start = time.perf_counter()
    with TMDB(TOKEN, total_timeout=0.3, max_retries=1000, transport=fake.transport) as tmdb:
        with pytest.raises((ServerError, APITimeoutError)):  # the end of a wait, or of an exchange
            tmdb.movies.details(550)
    assert time.perf_counter() - start < 10
    assert 1 <= len(fake.requests) < 1000


def test_retry_sends_the_whole_body_again(waits: list[float]) -> None:
    fake = fake_sequence(error_response(503, 9), json_response(DONE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.auth.delete_session, {"session_id": "s"})
    assert [request.content for request in fake.requests] == [b'{"session_id":"s"}'] * 2


def test_interrupted_body_is_retried(waits: list[float]) -> None:

    class Broken(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b'{"id": 5'
            raise httpx.ReadError("reset")

    class Breaking(httpx.BaseTransport):
        attempts = 0

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            self.attempts += 1
            return httpx.Response(200, stream=Broken()) if self.attempts == 1 else json_response(MOVIE)

    transport = Breaking()
    with TMDB(TOKEN, transport=transport, on_drift="ignore") as tmdb:
        assert (tmdb.movies.details(550)).id == 550
    assert transport.attempts == 2
