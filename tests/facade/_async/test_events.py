"""What hooks and logs are told."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, await_nothing, refuse, say, then
from tmdb_facade import APIConnectionError, AsyncTMDB, RequestEvent, ResponseEvent

FILM = {"id": 550, "title": "Fight Club"}
ACCOUNT = {"id": 1, "username": "u"}
SESSION = "5e55105e5510"
URL = "https://api.themoviedb.org/3/movie/550"


@pytest.fixture(autouse=True)
def own_logger(monkeypatch: pytest.MonkeyPatch) -> Iterator[logging.Logger]:
    """Give our logger as a program finds it, and leave it so."""
    logger = logging.getLogger("tmdb_facade")
    level, handlers = logger.level, list(logger.handlers)
    monkeypatch.delenv("TMDB_LOG", raising=False)
    yield logger
    logger.setLevel(level)
    logger.handlers[:] = handlers


async def test_hooks_hear_of_each_request_and_answer(waits: list[float]) -> None:
    """Retries included, in order, with what is needed to tell them apart."""
    fake = then(refuse(503, 9), httpx.ConnectTimeout("slow"), say(FILM, headers={"x-amz-cf-id": "cf-1"}))
    told: list[RequestEvent | ResponseEvent] = []
    async with AsyncTMDB(
        TOKEN, transport=fake.transport, on_drift="ignore", on_request=told.append, on_response=told.append
    ) as tmdb:
        await tmdb.movies.details(550)
    asked = [RequestEvent("movies_details", "GET", URL, attempt) for attempt in (1, 2, 3)]
    assert [event for event in told if isinstance(event, RequestEvent)] == asked
    came = [event for event in told if isinstance(event, ResponseEvent)]
    assert told == [each for pair in zip(asked, came, strict=True) for each in pair]
    assert [(event.request, event.status, event.error, event.request_id) for event in came] == [
        (asked[0], 503, None, None),
        (asked[1], None, "ConnectTimeout", None),
        (asked[2], 200, None, "cf-1"),
    ]
    assert all(0 <= event.seconds < 60 for event in came)


async def test_hooks_and_logs_hear_no_secret(caplog: pytest.LogCaptureFixture) -> None:
    """Neither the credential nor a session nor an account's number."""
    caplog.set_level(logging.DEBUG)
    fake = Fake(say(ACCOUNT))
    told: list[object] = []
    for token, key in ((TOKEN, None), (None, KEY)):
        async with AsyncTMDB(
            token,
            api_key=key,
            session_id=SESSION,
            transport=fake.transport,
            on_drift="ignore",
            on_request=told.append,
            on_response=told.append,
        ) as tmdb:
            await tmdb.account.details(548_123_987)
    assert len(told) == 4
    for secret in (TOKEN, KEY, SESSION, "548123987"):
        assert secret not in f"{told} {caplog.text}"
    assert "/3/account/***?session_id=***" in caplog.text


async def test_one_hook_alone_is_enough() -> None:
    """Each is optional."""
    told: list[object] = []
    fake = Fake(say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore", on_request=told.append) as tmdb:
        await tmdb.with_options(language="de").movies.details(550)
    assert told == [RequestEvent("movies_details", "GET", f"{URL}?language=de", 1)]
    told.clear()
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore", on_response=told.append) as tmdb:
        await tmdb.movies.details(550)
    assert len(told) == 1


async def test_a_client_with_options_may_have_hooks_of_its_own() -> None:
    """Over the same connections; each tells its own, and `None` tells nobody."""
    fake = Fake(say(FILM))
    first: list[object] = []
    second: list[object] = []
    async with AsyncTMDB(
        TOKEN, transport=fake.transport, on_drift="ignore", on_request=first.append, on_response=first.append
    ) as tmdb:
        await tmdb.with_options(on_request=second.append).movies.details(550)
        assert ([type(event) for event in first], [type(event) for event in second]) == (
            [ResponseEvent],
            [RequestEvent],
        )
        await tmdb.with_options(on_request=None, on_response=None).movies.details(550)
        await (
            tmdb.with_options(on_request=None).with_options(language="de", on_response=second.append).movies.details(1)
        )
        assert (len(first), len(second)) == (1, 2)
        await tmdb.movies.details(550)
        assert (len(first), len(second)) == (3, 2)


async def test_a_hook_that_nobody_would_await_is_refused() -> None:
    """And what cannot be called at all."""
    hooks: list[Any] = [await_nothing, "print", 5]
    for hook in hooks:
        with pytest.raises(TypeError, match="on_request is a plain function"):
            AsyncTMDB(TOKEN, on_request=hook)
        with pytest.raises(TypeError, match="on_response is a plain function"):
            AsyncTMDB(TOKEN).with_options(on_response=hook)


async def test_an_error_of_a_hook_is_the_callers() -> None:
    """Nothing is swallowed, and nothing was sent."""

    def refuse_all(event: RequestEvent) -> None:
        raise RuntimeError(f"not {event.operation}")

    fake = Fake(say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_request=refuse_all) as tmdb:
        with pytest.raises(RuntimeError, match="not movies_details"):
            await tmdb.movies.details(550)
    assert fake.requests == []


@pytest.mark.parametrize(("level", "lines"), [("info", ["INFO"]), ("debug", ["DEBUG", "INFO"]), (" INFO ", ["INFO"])])
async def test_the_log_is_turned_on_by_a_variable(
    level: str,
    lines: list[str],
    own_logger: logging.Logger,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    """Our own only: the HTTP library's writes whole URLs."""
    monkeypatch.setenv("TMDB_LOG", level)
    before = logging.getLogger("httpx").level
    fake = Fake(say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
    assert [(record.name, record.levelname) for record in caplog.records] == [("tmdb_facade", name) for name in lines]
    assert caplog.messages[-1].startswith(f"movies_details GET {URL}: 200 after 0.")
    assert logging.getLogger("httpx").level == before
    # The program (here, the test) has set up logging: it gets the lines where it wants them, and gets them once.
    assert own_logger.handlers == []


async def test_a_program_without_logging_gets_lines_on_stderr(
    own_logger: logging.Logger, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One for each answer, and one for each failure."""
    monkeypatch.setenv("TMDB_LOG", "info")
    monkeypatch.setattr(own_logger, "propagate", False)
    fake = then(say(FILM), httpx.ConnectError("down"))
    for _ in range(2):
        async with AsyncTMDB(TOKEN, max_retries=0, transport=fake.transport, on_drift="ignore") as tmdb:
            with suppress(APIConnectionError):
                await tmdb.movies.details(550)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 2
    assert f"tmdb_facade INFO movies_details GET {URL}: 200 after 0." in lines[0]
    assert f"tmdb_facade INFO movies_details GET {URL}: ConnectError after 0." in lines[1]


async def test_nothing_is_logged_unasked(caplog: pytest.LogCaptureFixture) -> None:
    """At the levels that programs have by default."""
    fake = Fake(say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
    assert caplog.records == []
