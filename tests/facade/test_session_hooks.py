"""Hooks that renew sessions, called by tasks and by threads at the same time."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, error_response, json_response
from tmdb_facade import TMDB, AsyncTMDB, ClientClosedError, InvalidArgumentError, SessionExpiredError, UserCredentials
from tmdb_facade.models import StatusResponse

OLD, NEW, NEWEST = "01d" * 14, "2e3" * 14, "4e5" * 14
RENEWED = UserCredentials(session_id=NEW)
DONE = json_response({"success": True, "status_code": 12, "status_message": "Done."})
COUNT = 5


def answer(request: httpx.Request) -> httpx.Response:
    """Accept the new session only."""
    known = DONE if request.url.params["session_id"] == NEW else error_response(401, 3)
    return httpx.Response(known.status_code, headers=known.headers, content=known.content)


class Together(httpx.AsyncBaseTransport):
    """Answers the first requests when all of them have arrived."""

    def __init__(self, count: int = COUNT) -> None:
        self.sessions: list[str] = []
        self._barrier = asyncio.Barrier(count)
        self._left = count

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        self.sessions.append(request.url.params["session_id"])
        if self._left:
            self._left -= 1
            await self._barrier.wait()
        return answer(request)


@pytest.mark.parametrize("result", [RENEWED, None, OSError("no browser")])
async def test_tasks_with_the_same_session_call_the_hook_once(result: UserCredentials | Exception | None) -> None:
    """All get its result, whatever it is."""
    transport, errors = Together(), list[SessionExpiredError]()

    async def renew(error: SessionExpiredError) -> UserCredentials | None:
        errors.append(error)
        await asyncio.sleep(0)
        if isinstance(result, Exception):
            raise result
        return result

    async with AsyncTMDB(TOKEN, transport=transport, session_id=OLD, on_session_expired=renew) as tmdb:
        outcomes = await asyncio.gather(*(tmdb.movies.rate(550, 8) for _ in range(COUNT)), return_exceptions=True)
    assert len(errors) == 1
    assert transport.sessions == [OLD] * COUNT + [NEW] * COUNT * (result is RENEWED)
    kinds = {type(outcome).__name__ for outcome in outcomes}
    assert kinds == {"StatusResponse" if result is RENEWED else "SessionExpiredError" if result is None else "OSError"}


@pytest.mark.parametrize("result", [RENEWED, None])
async def test_call_that_was_sent_before_the_hook_ended_uses_its_result(result: UserCredentials | None) -> None:
    """Also if it is answered later."""
    calls, is_late, go_on = 0, asyncio.Event(), asyncio.Event()

    class Late(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            if request.url.path.startswith("/3/tv/") and not is_late.is_set():
                is_late.set()
                await go_on.wait()
            return answer(request)

    def renew(error: SessionExpiredError) -> UserCredentials | None:
        nonlocal calls
        calls += 1
        return result

    async def outcome(call: asyncio.Task[StatusResponse]) -> str:
        [done] = await asyncio.gather(call, return_exceptions=True)
        return type(done).__name__

    async with AsyncTMDB(TOKEN, transport=Late(), session_id=OLD, on_session_expired=renew) as tmdb:
        late = asyncio.create_task(tmdb.tv.rate(1399, 8))
        await is_late.wait()
        first = await outcome(asyncio.create_task(tmdb.movies.rate(550, 8)))
        go_on.set()
        assert await outcome(late) == first == ("StatusResponse" if result else "SessionExpiredError")
        assert calls == 1


async def test_call_that_is_answered_after_two_renewals_uses_the_latest_session() -> None:
    sessions, is_late, go_on = iter([RENEWED.session_id, NEWEST]), asyncio.Event(), asyncio.Event()
    valid, sent = {""}, list[str]()

    class Late(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            sent.append(session := request.url.params["session_id"])
            if request.url.path.startswith("/3/tv/") and not is_late.is_set():
                is_late.set()
                await go_on.wait()
            known = DONE if session in valid else error_response(401, 3)
            return httpx.Response(known.status_code, headers=known.headers, content=known.content)

    def renew(error: SessionExpiredError) -> UserCredentials:
        user = UserCredentials(session_id=next(sessions))
        valid.clear()
        valid.add(user.session_id or "")
        return user

    async with AsyncTMDB(TOKEN, transport=Late(), session_id=OLD, on_session_expired=renew) as tmdb:
        late = asyncio.create_task(tmdb.tv.rate(1399, 8))
        await is_late.wait()
        await tmdb.movies.rate(550, 8)
        valid.clear()
        await tmdb.movies.rate(550, 8)
        go_on.set()
        assert (await late).success
    assert sent == [OLD, OLD, NEW, NEW, NEWEST, NEWEST]


async def test_call_after_cancelled_ones_calls_the_hook_again() -> None:
    transport, started = Together(2), asyncio.Event()

    async def renew(error: SessionExpiredError) -> UserCredentials | None:
        if not started.is_set():
            started.set()
            await asyncio.Event().wait()
        return RENEWED

    async with AsyncTMDB(TOKEN, transport=transport, session_id=OLD, on_session_expired=renew) as tmdb:
        first, second = (asyncio.create_task(tmdb.movies.rate(550, 8)) for _ in range(2))
        await started.wait()
        first.cancel()
        second.cancel()
        done = await asyncio.gather(first, second, return_exceptions=True)
        assert [type(each) for each in done] == [asyncio.CancelledError] * 2
        # Neither has left anything behind that the next call would wait for.
        assert (await tmdb.movies.rate(550, 8)).success


async def test_task_that_waits_takes_over_from_a_cancelled_one() -> None:
    transport, started = Together(2), asyncio.Event()
    calls: list[asyncio.Task[object] | None] = []

    async def renew(error: SessionExpiredError) -> UserCredentials | None:
        calls.append(asyncio.current_task())
        started.set()
        if len(calls) == 1:
            await asyncio.Event().wait()
        return RENEWED

    async with AsyncTMDB(TOKEN, transport=transport, session_id=OLD, on_session_expired=renew) as tmdb:
        tasks = [asyncio.create_task(tmdb.movies.rate(550, 8)) for _ in range(2)]
        await started.wait()
        [first] = [task for task in tasks if task is calls[0]]
        [second] = [task for task in tasks if task is not calls[0]]
        first.cancel()
        assert (await second).success
        assert calls == [first, second]


async def test_closing_the_client_ends_the_wait_for_the_hook() -> None:
    transport, started, go_on = Together(2), asyncio.Event(), asyncio.Event()

    async def renew(error: SessionExpiredError) -> UserCredentials | None:
        started.set()
        await go_on.wait()
        return None

    tmdb = AsyncTMDB(TOKEN, transport=transport, session_id=OLD, on_session_expired=renew)
    calls = [asyncio.create_task(tmdb.movies.rate(550, 8)) for _ in range(2)]
    await started.wait()
    await tmdb.aclose()
    [done], _ = await asyncio.wait(calls, return_when=asyncio.FIRST_COMPLETED)
    assert isinstance(done.exception(), ClientClosedError)
    go_on.set()
    await asyncio.gather(*calls, return_exceptions=True)


@pytest.mark.parametrize("result", [RENEWED, None, OSError("no browser")])
def test_threads_with_the_same_session_call_the_hook_once(result: UserCredentials | Exception | None) -> None:
    arrived, errors = threading.Barrier(COUNT), list[SessionExpiredError]()
    sessions: list[str] = []

    def respond(request: httpx.Request) -> httpx.Response:
        sessions.append(request.url.params["session_id"])
        if sessions[-1] == OLD:
            arrived.wait(60)
        return answer(request)

    def renew(error: SessionExpiredError) -> UserCredentials | None:
        errors.append(error)
        if isinstance(result, Exception):
            raise result
        return result

    transport = httpx.MockTransport(respond)
    with (
        TMDB(TOKEN, transport=transport, session_id=OLD, on_session_expired=renew) as tmdb,
        ThreadPoolExecutor(COUNT) as pool,
    ):
        calls = [pool.submit(tmdb.movies.rate, 550, 8) for _ in range(COUNT)]
        outcomes = [call.exception() or call.result() for call in calls]
    assert len(errors) == 1
    assert sorted(sessions) == [OLD] * COUNT + [NEW] * COUNT * (result is RENEWED)
    kinds = {type(outcome).__name__ for outcome in outcomes}
    assert kinds == {"StatusResponse" if result is RENEWED else "SessionExpiredError" if result is None else "OSError"}


def test_sync_client_rejects_a_coroutine_function() -> None:
    async def renew(error: SessionExpiredError) -> UserCredentials | None:
        return None

    hook: Any = renew
    with pytest.raises(InvalidArgumentError, match="on_session_expired must be a synchronous function"):
        TMDB(TOKEN, on_session_expired=hook)
    with TMDB(TOKEN) as tmdb, pytest.raises(InvalidArgumentError, match="on_session_expired"):
        tmdb.with_options(on_session_expired=hook)
