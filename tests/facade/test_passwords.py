"""Passwords of users: where they may be sent, and that nothing keeps them."""

from __future__ import annotations

import gc
import traceback
from collections.abc import Iterator
from types import FunctionType
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, error_response, json_response
from tmdb_facade import TMDB, AsyncTMDB, InvalidArgumentError, TMDBError
from tmdb_facade.testing import TMDBServer

PASSWORD = "p\xe4ss-5ec2e7-word"
TOKEN_ANSWER = {"success": True, "request_token": "t1", "expires_at": "2999-08-07 10:20:30 UTC"}


class Network(httpx.BaseTransport, httpx.AsyncBaseTransport):
    """A transport that stands for a network. After the last answer, the connection breaks."""

    def __init__(self, *answers: httpx.Response) -> None:
        self.requests: list[httpx.Request] = []
        self._answers = list(answers)

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return the next answer."""
        request.read()
        return self._answer(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Return the next answer."""
        await request.aread()
        return self._answer(request)

    def _answer(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if not self._answers:
            raise httpx.ReadError("reset", request=request)
        return self._answers.pop(0)


@pytest.mark.parametrize(
    ("options", "parameter"),
    [
        ({"base_url": "http://api.example.org"}, "base_url"),
        ({"base_url": "http://10.0.0.7:8550"}, "base_url"),
        ({"fallback_base_url": "http://api.example.org"}, "fallback_base_url"),
    ],
)
async def test_password_is_never_sent_in_clear(options: dict[str, Any], parameter: str) -> None:
    """The error precedes every request."""
    network = Network()
    with TMDB(TOKEN, transport=network, **options) as tmdb:
        for call in (
            lambda: tmdb.auth.login_with_password(username="ada", password=PASSWORD),
            lambda: tmdb.auth.create_session_from_login("t1", username="ada", password=PASSWORD),
        ):
            with pytest.raises(InvalidArgumentError, match="must use https for a password") as caught:
                call()
            assert caught.value.parameter == parameter
    async with AsyncTMDB(TOKEN, transport=network, **options) as async_tmdb:
        with pytest.raises(InvalidArgumentError, match="must use https for a password"):
            await async_tmdb.auth.login_with_password(username="ada", password=PASSWORD)
    assert network.requests == []


def test_password_is_not_sent_to_this_machine_through_a_proxy() -> None:
    with (
        TMDB(TOKEN, base_url="http://127.0.0.1:9", proxy="http://10.0.0.7:8080") as tmdb,
        pytest.raises(InvalidArgumentError, match="must use https for a password"),
    ):
        tmdb.auth.login_with_password(username="ada", password=PASSWORD)


def test_password_may_be_sent_by_https_to_this_machine_and_in_this_process() -> None:
    session, account = json_response({"session_id": "s1"}), json_response({"id": 7})
    network = Network(json_response(TOKEN_ANSWER), json_response(TOKEN_ANSWER), session, account)
    with TMDB(TOKEN, transport=network, on_drift="ignore") as tmdb:
        assert tmdb.auth.login_with_password(username="ada", password=PASSWORD).session_id == "s1"
    assert [request.url.path.removeprefix("/3/authentication/") for request in network.requests] == [
        "token/new",
        "token/validate_with_login",
        "session/new",
        "/3/account",
    ]
    with TMDBServer() as server:
        for options in ({"base_url": server.base_url}, {"base_url": "http://tmdb.test", "transport": server.transport}):
            arguments: dict[str, Any] = options
            with TMDB(server.access_token, **arguments) as tmdb:
                assert tmdb.auth.login_with_password(username="demo", password="demo").session_id


def reachable(roots: list[object]) -> Iterator[object]:
    """Yield what can be reached from objects, but not through modules, classes and functions of modules."""
    seen = {id(seen_root) for seen_root in roots}
    pending = list(roots)
    while pending:
        each = pending.pop()
        yield each
        if isinstance(each, type) or type(each).__name__ in {"module", "frame", "builtin_function_or_method"}:
            continue
        inner = [each.__closure__] if isinstance(each, FunctionType) else gc.get_referents(each)
        for found in inner:
            if id(found) not in seen:
                seen.add(id(found))
                pending.append(found)


def texts_with_password(error: BaseException, client: object) -> list[str]:
    """Return what contains the password: the client, the error, its causes and the variables of their frames of ours."""
    roots: list[object] = [client, vars(error), *error.args]
    for each in (error, error.__cause__, error.__context__):
        for frame, _ in traceback.walk_tb(None if each is None else each.__traceback__):
            if "tmdb_facade" in frame.f_code.co_filename:
                roots += frame.f_locals.values()
    encoded = PASSWORD.encode()
    return [
        repr(each)
        for each in reachable(roots)
        if (isinstance(each, str) and PASSWORD in each) or (isinstance(each, bytes | bytearray) and encoded in each)
    ]


FAILURES = {
    "no token": [error_response(401, 7)],
    "wrong password": [json_response(TOKEN_ANSWER), error_response(401, 30, PASSWORD)],
    "no answer": [json_response(TOKEN_ANSWER)],
    "damaged answer": [json_response(TOKEN_ANSWER), httpx.Response(200, content=PASSWORD.encode())],
    "no session": [json_response(TOKEN_ANSWER), json_response(TOKEN_ANSWER), error_response(401, 17)],
}


@pytest.mark.parametrize("failure", FAILURES)
@pytest.mark.parametrize("is_async", [False, True])
async def test_failed_login_keeps_no_password(failure: str, is_async: bool) -> None:
    """Neither the error nor a frame of ours, nor any object that can be reached from them, contains it."""
    network = Network(*FAILURES[failure])
    options: dict[str, Any] = {"transport": network, "max_retries": 0, "on_drift": "ignore"}
    if is_async:
        async with AsyncTMDB(TOKEN, **options) as async_tmdb:
            with pytest.raises(TMDBError) as caught:
                await async_tmdb.auth.login_with_password(username="ada", password=PASSWORD)
        client: object = async_tmdb  # closed, which ends its tasks
    else:
        with TMDB(TOKEN, **options) as tmdb, pytest.raises(TMDBError) as caught:
            tmdb.auth.login_with_password(username="ada", password=PASSWORD)
        client = tmdb
    network.requests.clear()
    assert texts_with_password(caught.value, client) == []


@pytest.mark.parametrize("password", [5, "\ud800" + PASSWORD, ["x", PASSWORD]])
def test_invalid_password_is_in_no_frame(password: Any) -> None:
    network = Network()
    with TMDB(TOKEN, transport=network) as tmdb:
        with pytest.raises(InvalidArgumentError, match="password") as caught:
            tmdb.auth.login_with_password(username="ada", password=password)
        assert texts_with_password(caught.value, tmdb) == []
    assert network.requests == []
