# Made from tests/facade/_async/test_retries.py by `make sync`: edit that file, never this one.
"""What is sent again, how often, and how long that takes."""

from __future__ import annotations

import datetime
import logging
import time
from collections.abc import Iterator

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Answer, Fake, refuse, say, then
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
from tmdb_facade._sync.senders.retrying import RetryLayer

FILM = {"id": 550, "title": "Fight Club"}
DONE = {"success": True, "status_code": 1, "status_message": "Success."}

TRANSIENT: list[Answer] = [
    refuse(429, 25),
    refuse(500, 11),
    httpx.Response(500, text="<html>"),
    refuse(502, 43),
    refuse(503, 9),
    httpx.Response(504),
    httpx.Response(520, text="<html>"),
    httpx.ConnectError("down"),
    httpx.ConnectTimeout("slow"),
    httpx.ReadTimeout("slow"),
    httpx.ReadError("reset"),
    httpx.RemoteProtocolError("closed"),
]
LASTING: list[tuple[Answer, type[Exception]]] = [
    (refuse(401, 7), APIStatusError),
    (refuse(404, 34), NotFoundError),
    (refuse(500, 44), NotFoundError),  # TMDB's word for an id that is none
    (refuse(501, 2), APIStatusError),
    (httpx.Response(501), APIStatusError),
    (refuse(429, 25, retry_after="3600"), RateLimitError),
    (httpx.UnsupportedProtocol("ftp"), APIConnectionError),
    (httpx.LocalProtocolError("header"), APIConnectionError),
]


@pytest.mark.parametrize("trouble", TRANSIENT)
def test_passing_trouble_is_not_noticed(trouble: Answer, waits: list[float]) -> None:
    """A call is sent twice more, with growing waits of which a part is chance."""
    fake = then(trouble, trouble, say(FILM))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert (tmdb.movies.details(550)).title == "Fight Club"
    assert len(fake.requests) == 3
    assert len({str(request.url) for request in fake.requests}) == 1
    assert {request.headers["authorization"] for request in fake.requests} == {f"Bearer {TOKEN}"}
    assert 0.25 <= waits[0] <= 0.5
    assert 0.5 <= waits[1] <= 1


@pytest.mark.parametrize(
    ("trouble", "kind"),
    [(refuse(503, 9), ServerError), (refuse(429, 25), RateLimitError), (httpx.ReadTimeout("slow"), APITimeoutError)],
)
def test_lasting_trouble_is_told_in_the_end(trouble: Answer, kind: type[Exception], waits: list[float]) -> None:
    """After `max_retries` the last answer counts."""
    for retries in (1, 2, 5):
        fake = Fake(trouble)
        with TMDB(TOKEN, max_retries=retries, transport=fake.transport) as tmdb:
            with pytest.raises(kind):
                tmdb.movies.details(550)
        assert len(fake.requests) == 1 + retries
        assert len(waits) == retries
        waits.clear()


def test_waits_do_not_grow_for_ever(waits: list[float]) -> None:
    """They end at eight seconds."""
    fake = Fake(refuse(503, 9))
    with TMDB(TOKEN, max_retries=12, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.movies.details(550)
    assert max(waits) == 8


@pytest.mark.parametrize(("trouble", "kind"), LASTING)
def test_what_will_not_pass_is_told_at_once(trouble: Answer, kind: type[Exception], waits: list[float]) -> None:
    """Errors of the request, and being told to wait longer than anybody would."""
    fake = Fake(trouble)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(kind):
            tmdb.movies.details(550)
    assert len(fake.requests) == 1
    assert waits == []


def test_another_answer_to_a_retry_counts_for_what_it_is(waits: list[float]) -> None:
    """A second answer that is final ends it, whatever the first was."""
    fake = then(httpx.ConnectError("down"), refuse(500, 44), say(FILM))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.movies.details(550)
    assert len(fake.requests) == 2


def test_tmdb_says_how_long_to_wait(waits: list[float]) -> None:
    """In seconds or as a date; more than a minute is told to the caller, who knows what to do with it."""
    soon = (datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=30)).strftime("%a, %d %b %Y %H:%M:%S GMT")
    for said, expected in (("7", 7), ("60", 60), (soon, 29)):
        fake = then(refuse(429, 25, retry_after=said), say(FILM))
        with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
            tmdb.movies.details(550)
        assert expected - 1 <= waits.pop() <= expected + 1
    fake = Fake(refuse(429, 25, retry_after="61"))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(RateLimitError) as caught:
            tmdb.movies.details(550)
    assert caught.value.retry_after == 61
    assert waits == []


@pytest.mark.usefixtures("real_waits")
def test_the_wait_is_really_waited() -> None:
    """The other tests do not."""
    fake = then(refuse(503, 9), say(FILM))
    start = time.perf_counter()
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert 0.24 <= time.perf_counter() - start <= 5


def test_no_retries_when_asked_for_none() -> None:
    """0 turns them off, for a client or for a call."""
    fake = Fake(refuse(503, 9))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.with_options(max_retries=0).movies.details(550)
    assert len(fake.requests) == 1
    with TMDB(TOKEN, max_retries=0, transport=fake.transport) as tmdb:
        with pytest.raises(ServerError):
            tmdb.movies.details(550)
    assert len(fake.requests) == 2


def test_the_record_decides_what_may_be_repeated(waits: list[float]) -> None:
    """A rating is taken away again, but not given again; a list is not cleared again though that is a GET.

    Nor is a list of version 3 deleted again: TMDB may have done it, and say 500 all the same.
    """
    fake = Fake(refuse(503, 9))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        for count, call in (
            (3, lambda: tmdb.call(api.movies.delete_rating, 550)),
            (1, lambda: tmdb.call(api.movies.rate, 550, {"value": 8})),
            (1, lambda: tmdb.call(api.v4_lists.clear, 1)),
            (1, lambda: tmdb.call(api.lists.clear, 1, confirm=True)),
            (1, lambda: tmdb.call(api.lists.delete, 1)),
            (3, lambda: tmdb.call(api.v4_lists.delete, 1)),
        ):
            with pytest.raises(ServerError):
                call()
            assert len(fake.requests) == count
            fake.requests.clear()


def test_the_method_decides_nothing(waits: list[float]) -> None:
    """A request that may be sent twice is, be it a POST; one of which nothing is said is not, be it a GET."""
    for method, extensions, count in (("POST", {"tmdb_retries": 2}, 3), ("GET", {}, 1)):
        fake = Fake(refuse(503, 9))
        request = httpx.Request(method, "https://t/", extensions=extensions)
        assert (RetryLayer(fake.transport).handle_request(request)).status_code == 503
        assert len(fake.requests) == count


def test_a_body_is_sent_again_whole(waits: list[float]) -> None:
    """Each attempt carries it."""
    fake = then(refuse(503, 9), say(DONE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.call(api.auth.delete_session, {"session_id": "s"})
    assert [request.content for request in fake.requests] == [b'{"session_id":"s"}'] * 2


def test_an_answer_that_breaks_off_is_asked_for_again(waits: list[float]) -> None:
    """Half an answer is none."""

    class Broken(httpx.SyncByteStream):
        def __iter__(self) -> Iterator[bytes]:
            yield b'{"id": 5'
            raise httpx.ReadError("reset")

    class Breaking(httpx.BaseTransport):
        asked = 0

        def handle_request(self, request: httpx.Request) -> httpx.Response:
            self.asked += 1
            return httpx.Response(200, stream=Broken()) if self.asked == 1 else say(FILM)

    transport = Breaking()
    with TMDB(TOKEN, transport=transport, on_drift="ignore") as tmdb:
        assert (tmdb.movies.details(550)).id == 550
    assert transport.asked == 2


def test_a_lent_clients_own_retries_stay_its_own(waits: list[float]) -> None:
    """The library leaves its policy in the request, where another user of the library would find it."""
    fake = then(refuse(503, 9), say(FILM))
    with (
        httpx.Client(transport=fake.transport) as own,
        TMDB(TOKEN, http_client=own, on_drift="ignore") as tmdb,
    ):
        tmdb.movies.details(550)
    assert ["retry" in request.extensions for request in fake.requests] == [False, False]


def test_the_librarys_log_holds_no_secret(waits: list[float], caplog: pytest.LogCaptureFixture) -> None:
    """It writes whole URLs."""
    caplog.set_level(logging.DEBUG)
    fake = then(refuse(503, 9), say({"id": 1, "username": "u"}))
    with TMDB(api_key=KEY, session_id="5e55105e5510", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.account.details(548_123_987)
    assert "httpx_retries" in caplog.text
    assert "session_id=***" in caplog.text
    for secret in ("5e55105e5510", "548123987", KEY):
        assert secret not in caplog.text
