"""The embedded TMDB without a socket: equal answers, for sync and async clients."""

from __future__ import annotations

import asyncio
import re
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from tmdb_bindings.operations import OPERATIONS
from tmdb_bindings.runtime import Operation
from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.models import MovieDetails, RatedValue
from tmdb_facade.testing import InProcessTransport, TMDBServer, make_credentials
from tmdb_facade.testing.server.in_process import run_to_end

NOON = datetime(2026, 1, 31, 12, tzinfo=UTC)
# Path parameters for which 550 does not exist.
VALUES = {
    "series_id": "1399",
    "season_number": "1",
    "episode_number": "1",
    "account_id": "1",
    "person_id": "287",
    "collection_id": "10",
    "company_id": "1",
    "network_id": "49",
    "keyword_id": "825",
    "external_id": "tt0137523",
    "time_window": "day",
    "list_id": "8600001",
}
QUERY = {
    "session_id": make_credentials().session_id,
    "query": "club",
    "external_source": "imdb_id",
    "movie_id": "13",
}


def path_of(operation: Operation) -> str:
    """Return a path of an operation; most of these paths exist in the catalogue."""
    return re.sub(r"\{(\w+)\}", lambda name: VALUES.get(name[1], "550"), operation.path)


@pytest.fixture
def server() -> TMDBServer:
    """Return a server that does not listen."""
    return TMDBServer()


@pytest.fixture(scope="module")
def servers_and_clients() -> Iterator[tuple[TMDBServer, TMDBServer, httpx.Client, httpx.Client]]:
    """Return a listening server, one that does not listen, and a client of each."""
    with TMDBServer() as listening:
        silent = TMDBServer()
        url, headers = listening.base_url, {"authorization": f"Bearer {listening.access_token}"}
        with (
            httpx.Client(timeout=30, base_url=url, headers=headers) as over_socket,
            httpx.Client(timeout=30, base_url=url, headers=headers, transport=silent.transport) as in_process,
        ):
            yield listening, silent, over_socket, in_process


@pytest.fixture
def twins(
    servers_and_clients: tuple[TMDBServer, TMDBServer, httpx.Client, httpx.Client],
) -> tuple[httpx.Client, httpx.Client]:
    """Return clients of two servers in the same state, one over a socket and one in process."""
    listening, silent, *clients = servers_and_clients
    for server in (listening, silent):
        server.reset()
        server.clock.stop(NOON)
    return clients[0], clients[1]


def comparable(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    """Return the status, body and headers, without headers that differ in each answer."""
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "x-task-id")}
    return answer.status_code, answer.content, headers


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_in_process_answers_equal_those_over_a_socket(
    twins: tuple[httpx.Client, httpx.Client], operation: Operation
) -> None:
    body = {"name": "Mine", "iso_639_1": "en", "value": 8, "items": [{"media_type": "movie", "media_id": 13}]}
    answers = [
        comparable(
            client.request(
                operation.method, path_of(operation), params=QUERY, json=None if operation.method == "GET" else body
            )
        )
        for client in twins
    ]
    assert answers[0] == answers[1]


def test_most_of_these_answers_are_successes(server: TMDBServer) -> None:
    """Otherwise the comparison above would compare errors."""
    reading = [operation for operation in OPERATIONS if operation.method == "GET" and operation.path.startswith("/3/")]
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(timeout=30, base_url="http://embedded", headers=headers, transport=server.transport) as client:
        failed = [read.id for read in reading if client.get(path_of(read), params=QUERY).status_code != 200]
    assert len(failed) < 0.1 * len(reading), failed


@pytest.mark.parametrize(
    "path",
    [
        "/3/movie/550?append_to_response=credits,images&language=de-DE",
        "/3/search/multi?query=%C3%A9&page=2",
        "/3/movie/x%2F..%2F550",
        "/3/search/movie?query=a+b%26c",
        "/",
        "/authenticate/none?redirect_to=http%3A%2F%2Fexample.org",
        "/auth/access",
        "/3/movie/%0A",
    ],
)
def test_in_process_paths_and_queries_equal_those_over_a_socket(
    twins: tuple[httpx.Client, httpx.Client], path: str
) -> None:
    answers = [comparable(client.get(httpx.URL(path))) for client in twins]
    assert answers[0] == answers[1]


def test_in_process_headers_equal_those_over_a_socket(twins: tuple[httpx.Client, httpx.Client]) -> None:
    etag = twins[0].get("/3/movie/550").headers["etag"]
    for headers in (
        {"if-none-match": etag},
        {"accept-encoding": "identity"},
        {"origin": "https://example.org"},
        {"authorization": ""},
    ):
        assert comparable(twins[0].get("/3/movie/550", headers=headers)) == comparable(
            twins[1].get("/3/movie/550", headers=headers)
        )
    headers = {"origin": "https://example.org", "access-control-request-method": "GET"}
    assert comparable(twins[0].options("/3/movie/550", headers=headers)) == comparable(
        twins[1].options("/3/movie/550", headers=headers)
    )


def test_sync_client_works_in_process(server: TMDBServer) -> None:
    """No port and no thread is used, and requests to every host are answered."""
    before = threading.active_count()
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        assert tmdb.movies.details(550).title == "Fight Club"
        assert tmdb.with_options(session_id=server.session_id).account.details().username == "demo"
        assert threading.active_count() == before
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.base_url


async def test_async_client_works_in_process(server: TMDBServer) -> None:
    async with AsyncTMDB(server.access_token, transport=server.transport) as tmdb:
        movies = await asyncio.gather(*(tmdb.movies.details(number) for number in (550, 13, 129) * 10))
    assert {movie.id for movie in movies} == {550, 13, 129}
    assert len(server.requests) == 30


async def test_sync_client_works_in_process_inside_a_running_event_loop(server: TMDBServer) -> None:
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        assert [movie.id for movie in tmdb.movies.popular().limit(25)]
        server.faults.latency(0.01)
        assert tmdb.movies.details(550).title == "Fight Club"


async def test_latency_in_process_does_not_block_other_tasks(server: TMDBServer) -> None:
    server.faults.latency(60, on="movies_details")
    async with AsyncTMDB(server.access_token, transport=server.transport) as tmdb:
        waiting = asyncio.create_task(tmdb.movies.details(550))
        await asyncio.sleep(0)
        assert (await tmdb.tv.details(1399)).id == 1399
        assert not waiting.done()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting


def test_in_process_transport_is_thread_safe(server: TMDBServer) -> None:
    numbers = [550, 13, 129, 278] * 50
    with TMDB(server.access_token, transport=server.transport) as tmdb, ThreadPoolExecutor(8) as pool:

        def details(number: int) -> MovieDetails:
            return tmdb.movies.details(number)

        assert [movie.id for movie in pool.map(details, numbers)] == numbers


def test_in_process_and_socket_share_state_and_log() -> None:
    with TMDBServer() as server:
        rating = f"/3/movie/550/rating?session_id={server.session_id}"
        headers = {"authorization": f"Bearer {server.access_token}"}
        httpx.post(server.base_url + rating, headers=headers, json={"value": 9})
        with TMDB(server.access_token, transport=server.transport, session_id=server.session_id) as tmdb:
            assert tmdb.movies.account_states(550).rated == RatedValue(value=9)
        assert [request.operation for request in server.requests] == ["movies_rate", "movies_account_states"]


def test_state_file_is_written_in_process(tmp_path: Path) -> None:
    for rating in (False, RatedValue(value=9)):
        server = TMDBServer(state_file=tmp_path / "state")
        with TMDB(server.access_token, transport=server.transport, session_id=server.session_id) as tmdb:
            assert tmdb.movies.account_states(550).rated == rating
            tmdb.movies.rate(550, 9)
        server.stop()


def test_in_process_joins_a_streamed_body(server: TMDBServer) -> None:
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(timeout=30, base_url="http://embedded", headers=headers, transport=server.transport) as client:
        parts = iter([b'{"val', b'ue": 7}'])
        client.post(f"/3/movie/550/rating?session_id={server.session_id}", content=parts)
    assert server.requests.last.body == {"value": 7}


async def test_sync_body_of_an_async_client_raises(server: TMDBServer) -> None:
    async with httpx.AsyncClient(base_url="http://embedded", transport=server.transport) as client:
        with pytest.raises(RuntimeError):
            await client.post("/3/list", content=iter([b"{}"]))


def test_in_process_transport_serves_sync_and_async_clients(server: TMDBServer) -> None:
    """It can be used again after a client has closed it."""
    transport = server.transport
    assert isinstance(transport, InProcessTransport)
    assert isinstance(transport, httpx.BaseTransport)
    assert isinstance(transport, httpx.AsyncBaseTransport)
    for _ in range(2):
        with TMDB(server.access_token, transport=transport) as tmdb:
            assert tmdb.movies.details(550).id == 550


def test_run_to_end_rejects_a_coroutine_that_needs_an_event_loop() -> None:
    with pytest.raises(RuntimeError, match="needs an event loop"):
        run_to_end(asyncio.sleep(0))
