"""The choice of the engine, and engines of the user's."""

from __future__ import annotations

import json
from base64 import b64encode
from typing import Any, cast

import httpx
import pytest

from tests.chaos.raw_server import RawServer, answer
from tests.facade.support import KEY, TOKEN, Fake
from tmdb_bindings import api
from tmdb_facade import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    AsyncTMDB,
    ClientClosedError,
    EngineError,
    EngineRequest,
    EngineResponse,
    Failure,
    InvalidArgumentError,
    TMDBError,
)
from tmdb_facade._async.engines.engine import AsyncEngine
from tmdb_facade._core.client.engines import read_engine
from tmdb_facade._runtime.engine_tasks import ENGINE_METHODS, ENGINES

IS_ASYNC = "aiohttp" in ENGINES
MOVIE = json.dumps({"id": 550, "title": "Fight Club"}).encode()


class FakeEngine:
    """An engine that returns a movie, or fails."""

    def __init__(self, *failures: Failure | None) -> None:
        self.requests: list[EngineRequest] = []
        self.failures: list[Failure | None] = [*failures]
        self.closed = 0

    async def send(self, request: EngineRequest) -> EngineResponse:
        """Return the movie."""
        self.requests.append(request)
        failure = self.failures.pop(0) if self.failures else None
        if failure is not None:
            raise EngineError(failure)
        return EngineResponse(200, [("Content-Type", "application/json")], MOVIE)

    async def aclose(self) -> None:
        """Count the calls."""
        self.closed += 1


async def test_own_engine_gets_complete_requests_and_is_closed_with_the_client() -> None:
    engine = FakeEngine()
    async with AsyncTMDB(KEY, engine=engine, on_drift="ignore", timeout=7, total_timeout=60) as tmdb:
        assert (await tmdb.movies.details(550, language="de")).title == "Fight Club"
    request = engine.requests[0]
    assert (request.method, request.body) == ("GET", None)
    assert request.url == f"https://api.themoviedb.org/3/movie/550?language=de&api_key={KEY}"
    assert request.headers["Accept"] == "application/json"
    assert request.operation is not None
    assert request.operation.id == "movies_details"
    assert request.timeouts is not None
    assert (request.timeouts["connect"], request.timeouts["read"]) == (7, 7)
    left = request.deadline.seconds_left()
    assert left is not None
    assert 0 < left <= 60
    assert KEY not in repr(request)
    assert engine.closed == 1
    with pytest.raises(ClientClosedError):
        await tmdb.movies.details(550)


async def test_failures_of_an_own_engine_are_retried_if_they_may_be() -> None:
    engine = FakeEngine(Failure("no route", is_sent=False))
    async with AsyncTMDB(TOKEN, engine=engine, on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
        engine.failures[:] = [Failure(f"https://x/?api_key={KEY}", is_permanent=True, advice=f"Plug {TOKEN} in.")]
        with pytest.raises(APIConnectionError) as permanent:
            await tmdb.movies.details(550)
        engine.failures[:] = [Failure("too slow", is_timeout=True)] * 3
        with pytest.raises(APITimeoutError):
            await tmdb.movies.details(550)
    assert len(engine.requests) == 2 + 1 + 3
    assert KEY not in str(permanent.value)
    assert permanent.value.__notes__ == ["Plug *** in."]
    assert permanent.value.__cause__ is permanent.value.__context__ is None


@pytest.mark.parametrize("engine", ["curl", "HTTPX", 5, object(), FakeEngine])
def test_unknown_engine_raises(engine: object) -> None:
    with pytest.raises(InvalidArgumentError, match="engine must be 'httpx'"):
        AsyncTMDB(TOKEN, engine=engine)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


@pytest.mark.parametrize(
    ("text", "engine"),
    [
        ("httpx", "httpx"),
        ("pyreqwest", "httpx" if IS_ASYNC else "pyreqwest"),
        ("aiohttp", "aiohttp" if IS_ASYNC else "httpx"),
        (" pyreqwest, aiohttp ", "aiohttp" if IS_ASYNC else "pyreqwest"),
        ("httpx,pyreqwest,aiohttp", "httpx"),
    ],
)
def test_environment_names_the_engines_of_both_clients(text: str, engine: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """An engine that this client does not have is for the other one."""
    monkeypatch.setenv("TMDB_ENGINE", text)
    AsyncTMDB(TOKEN)
    assert read_engine({}, {"TMDB_ENGINE": text}, ENGINES, ENGINE_METHODS) == engine


@pytest.mark.parametrize("text", ["curl", "httpx,curl", "httpx,", ",", "pyreqwest aiohttp"])
def test_unknown_engine_of_the_environment_raises(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_ENGINE", text)
    with pytest.raises(InvalidArgumentError, match="TMDB_ENGINE must be 'httpx', 'pyreqwest' or 'aiohttp'"):
        AsyncTMDB(TOKEN)


def test_engine_of_the_other_client_raises_as_an_argument() -> None:
    other: Any = "pyreqwest" if IS_ASYNC else "aiohttp"
    with pytest.raises(InvalidArgumentError, match=rf"engine '{other}' is an engine of \w*TMDB only"):
        AsyncTMDB(TOKEN, engine=other)


def test_engine_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_ENGINE", "curl")
    with pytest.raises(InvalidArgumentError, match="TMDB_ENGINE must be 'httpx'"):
        AsyncTMDB(TOKEN)
    AsyncTMDB(TOKEN, engine="httpx")
    AsyncTMDB(TOKEN, transport=Fake().transport)  # what is passed takes precedence


async def read(tmdb: AsyncTMDB) -> object:
    """Send a request that changes nothing."""
    return await tmdb.movies.details(550)


async def set_rating(tmdb: AsyncTMDB) -> object:
    """Send a write that may be repeated, as it sets a value."""
    return await tmdb.movies.rate(550, 8.5, session_id="5e55105e5510")


async def create_list(tmdb: AsyncTMDB) -> object:
    """Send a write that must not be carried out twice."""
    return await tmdb.call(api.lists.create, {"name": "Heist"}, session_id="5e55105e5510")


@pytest.mark.parametrize(
    ("call", "failure", "requests"),
    [
        (read, Failure("reset"), 3),
        (set_rating, Failure("reset"), 3),
        (create_list, Failure("reset"), 1),
        (create_list, Failure("slow", is_timeout=True), 1),
        (create_list, Failure("refused", is_sent=False), 3),
        (create_list, Failure("slow", is_sent=False, is_timeout=True), 3),
        (read, Failure("refused", is_sent=False, is_permanent=True), 1),
        (set_rating, Failure("rejected", is_permanent=True), 1),
        (create_list, Failure("refused", is_sent=False, is_permanent=True), 1),
    ],
)
async def test_own_engine_decides_what_is_retried(
    call: Any, failure: Failure, requests: int, waits: list[float]
) -> None:
    engine = FakeEngine(*[failure] * 3)
    async with AsyncTMDB(TOKEN, engine=engine, max_retries=2) as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            await call(tmdb)
    error = caught.value
    assert (len(engine.requests), len(waits)) == (requests, requests - 1)
    assert (error.is_sent, error.is_retryable) == (failure.is_sent, not failure.is_permanent)
    assert isinstance(error, APITimeoutError) == failure.is_timeout
    assert failure.reason in str(error)


async def test_own_engine_that_returns_or_raises_something_else_raises() -> None:
    class WrongEngine(FakeEngine):
        def __init__(self, result: Any) -> None:
            super().__init__()
            self.result = result

        async def send(self, request: EngineRequest) -> EngineResponse:
            if isinstance(self.result, str | Failure):
                raise EngineError(cast("Any", self.result))
            return cast("EngineResponse", self.result)

    wrong, wrong_failure = cast("Any", EngineResponse), cast("Any", Failure)
    cases: list[tuple[object, str]] = [
        ((200, [], MOVIE), "engine must return an EngineResponse from send, got tuple"),
        (wrong("200", [], MOVIE), "engine must return the status as an int, got str"),
        (wrong(200, [], MOVIE.decode()), "engine must return the body as bytes, got str"),
        (wrong(200, {"a": "b"}, MOVIE), "engine must return the headers as pairs of strings"),
        (wrong(200, None, MOVIE), "engine must return the headers as pairs of strings"),
        (wrong(200, [(b"a", b"b")], MOVIE), "engine must return the headers as pairs of strings"),
        (wrong(200, ["ab"], MOVIE), "engine must return the headers as pairs of strings"),
        (wrong(200, [{"a", "b"}], MOVIE), "engine must return the headers as pairs of strings"),
        (wrong(200, [iter(("a", "b"))], MOVIE), "engine must return the headers as pairs of strings"),
        (wrong(True, [], MOVIE), "engine must return the status as an int, got bool"),
        (wrong(0, [], MOVIE), "engine must return a status from 100 to 599, got 0"),
        (wrong(600, [], MOVIE), "engine must return a status from 100 to 599, got 600"),
        (wrong_failure(12345), "failure must have a text as its reason, got int"),
        (wrong_failure(None), "failure must have a text as its reason, got NoneType"),
        (wrong_failure("reset", advice=5), "failure must have a text as its advice, got int"),
        ("no route", "failure must be a Failure, got str"),
    ]
    for result, message in cases:
        async with AsyncTMDB(TOKEN, engine=WrongEngine(result)) as tmdb:
            with pytest.raises(InvalidArgumentError) as caught:
                await tmdb.movies.details(550)
        assert str(caught.value) == message


async def test_own_engine_may_return_its_headers_as_any_iterable_of_pairs() -> None:
    class OtherEngine(FakeEngine):
        async def send(self, request: EngineRequest) -> EngineResponse:
            return EngineResponse(200, (pair for pair in [cast("Any", ["Content-Type", "application/json"])]), MOVIE)

    async with AsyncTMDB(TOKEN, engine=OtherEngine(), on_drift="ignore") as tmdb:
        raw = await tmdb.with_raw_response(tmdb.movies.details, 550)
    assert raw.headers["content-type"] == "application/json"


@pytest.mark.parametrize("scheme", ["http", "https"])
@pytest.mark.parametrize("engine", ENGINES)
async def test_errors_and_logs_do_not_show_the_credentials_that_a_proxy_repeats(
    engine: Any, scheme: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    header = b64encode(b"carla:p@ss/word").decode()
    reason = f"Sorry carla, not with p@ss/word in Basic {header}"
    body = json.dumps({"success": False, "status_code": 7, "status_message": reason}).encode()
    with RawServer([answer(body, status=f"407 {reason}")]) as server:
        proxy = server.base_url.replace("://", "://carla:p%40ss%2Fword@")
        tmdb = AsyncTMDB(TOKEN, base_url=f"{scheme}://name.invalid", proxy=proxy, engine=engine, max_retries=0)
        async with tmdb:
            with pytest.raises(TMDBError) as caught:
                await tmdb.movies.details(550)
    assert isinstance(caught.value, APIConnectionError if scheme == "https" else APIStatusError)
    shown = f"{caught.value} {vars(caught.value)} {caplog.text}"
    assert [secret for secret in ("carla", "p@ss", "p%40ss", "ss/word", header.rstrip("=")) if secret in shown] == []


def test_own_engine_cannot_be_combined_with_parts_of_the_default_engine() -> None:
    engine: AsyncEngine = FakeEngine()
    for name, value in (
        ("transport", Fake().transport),
        ("http_client", httpx.AsyncClient()),
        ("proxy", "http://127.0.0.1:1"),
    ):
        with pytest.raises(InvalidArgumentError, match=f"engine cannot be combined with {name}="):
            AsyncTMDB(TOKEN, engine=engine, **{name: value})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    AsyncTMDB(TOKEN, engine="httpx", transport=Fake().transport)


def test_engine_that_is_not_installed_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(AsyncTMDB.__init__.__globals__["ENGINES"], "no_such_package", "fast")
    with pytest.raises(
        InvalidArgumentError, match=r"'no_such_package' is not installed: pip install 'tmdb-facade\[fast\]'$"
    ):
        AsyncTMDB(TOKEN, engine="no_such_package")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
