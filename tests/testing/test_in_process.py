"""The embedded TMDB without a socket: the same answers, for sync and async clients, wherever they run."""

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
# What the parameters of paths are in these tests, where 550 leads nowhere.
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
    """Return a path of an operation, at which most have something."""
    return re.sub(r"\{(\w+)\}", lambda name: VALUES.get(name[1], "550"), operation.path)


@pytest.fixture
def server() -> TMDBServer:
    """A server that does not listen."""
    return TMDBServer()


@pytest.fixture(scope="module")
def asked_alike() -> Iterator[tuple[TMDBServer, TMDBServer, httpx.Client, httpx.Client]]:
    """A server that listens and one that does not, and a client of each."""
    with TMDBServer() as listening:
        silent = TMDBServer()
        url, headers = listening.base_url, {"authorization": f"Bearer {listening.access_token}"}
        with (
            httpx.Client(base_url=url, headers=headers) as over_socket,
            httpx.Client(base_url=url, headers=headers, transport=silent.transport) as in_process,
        ):
            yield listening, silent, over_socket, in_process


@pytest.fixture
def twins(
    asked_alike: tuple[TMDBServer, TMDBServer, httpx.Client, httpx.Client],
) -> tuple[httpx.Client, httpx.Client]:
    """Clients of two servers that have seen the same, one over a socket and one in process."""
    listening, silent, *clients = asked_alike
    for server in (listening, silent):
        server.reset()
        server.clock.stop(NOON)
    return clients[0], clients[1]


def seen(answer: httpx.Response) -> tuple[int, bytes, dict[str, str]]:
    """What a client sees, but for what is another one each time."""
    headers = {name: value for name, value in answer.headers.items() if name not in ("date", "x-task-id")}
    return answer.status_code, answer.content, headers


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda operation: operation.id)
def test_every_operation_answers_as_over_a_socket(
    twins: tuple[httpx.Client, httpx.Client], operation: Operation
) -> None:
    """Status, bytes and headers, for a user that is logged in."""
    body = {"name": "Mine", "iso_639_1": "en", "value": 8, "items": [{"media_type": "movie", "media_id": 13}]}
    answers = [
        seen(
            client.request(
                operation.method, path_of(operation), params=QUERY, json=None if operation.method == "GET" else body
            )
        )
        for client in twins
    ]
    assert answers[0] == answers[1]


def test_most_of_these_answers_are_successes(server: TMDBServer) -> None:
    """Else the comparison would compare refusals."""
    reading = [operation for operation in OPERATIONS if operation.method == "GET" and operation.path.startswith("/3/")]
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url="http://embedded", headers=headers, transport=server.transport) as client:
        refused = [one.id for one in reading if client.get(path_of(one), params=QUERY).status_code != 200]
    assert len(refused) < 0.1 * len(reading), refused


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
def test_paths_and_queries_arrive_as_over_a_socket(twins: tuple[httpx.Client, httpx.Client], path: str) -> None:
    """Escapes, encoded slashes and pages for people."""
    answers = [seen(client.get(httpx.URL(path))) for client in twins]
    assert answers[0] == answers[1]


def test_headers_arrive_as_over_a_socket(twins: tuple[httpx.Client, httpx.Client]) -> None:
    """ETags, encodings, origins, and preflight requests."""
    etag = twins[0].get("/3/movie/550").headers["etag"]
    for headers in (
        {"if-none-match": etag},
        {"accept-encoding": "identity"},
        {"origin": "https://example.org"},
        {"authorization": ""},
    ):
        assert seen(twins[0].get("/3/movie/550", headers=headers)) == seen(
            twins[1].get("/3/movie/550", headers=headers)
        )
    asked = {"origin": "https://example.org", "access-control-request-method": "GET"}
    assert seen(twins[0].options("/3/movie/550", headers=asked)) == seen(
        twins[1].options("/3/movie/550", headers=asked)
    )


def test_a_sync_client_works_without_a_socket(server: TMDBServer) -> None:
    """No port and no thread; every host leads there, TMDB's own included."""
    before = threading.active_count()
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        assert tmdb.movies.details(550).title == "Fight Club"
        assert tmdb.with_options(session_id=server.session_id).account.details().username == "demo"
        assert threading.active_count() == before
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.base_url


async def test_an_async_client_works_without_a_socket(server: TMDBServer) -> None:
    """Many calls at once, too."""
    async with AsyncTMDB(server.access_token, transport=server.transport) as tmdb:
        movies = await asyncio.gather(*(tmdb.movies.details(number) for number in (550, 13, 129) * 10))
    assert {movie.id for movie in movies} == {550, 13, 129}
    assert len(server.requests) == 30


async def test_a_sync_client_works_inside_of_a_running_event_loop(server: TMDBServer) -> None:
    """As it does in an async test of an application that is sync underneath."""
    with TMDB(server.access_token, transport=server.transport) as tmdb:
        assert [movie.id for movie in tmdb.movies.popular().limit(25)]
        server.faults.latency(0.01)
        assert tmdb.movies.details(550).title == "Fight Club"


async def test_a_wait_of_an_async_client_holds_up_nobody_else(server: TMDBServer) -> None:
    """Other tasks go on meanwhile, and a cancelled call is over."""
    server.faults.latency(60, on="movies_details")
    async with AsyncTMDB(server.access_token, transport=server.transport) as tmdb:
        waiting = asyncio.create_task(tmdb.movies.details(550))
        await asyncio.sleep(0)
        assert (await tmdb.tv.details(1399)).id == 1399
        assert not waiting.done()
        waiting.cancel()
        with pytest.raises(asyncio.CancelledError):
            await waiting


def test_threads_share_a_transport(server: TMDBServer) -> None:
    """Each gets the answer to its own question."""
    numbers = [550, 13, 129, 278] * 50
    with TMDB(server.access_token, transport=server.transport) as tmdb, ThreadPoolExecutor(8) as pool:

        def details(number: int) -> MovieDetails:
            return tmdb.movies.details(number)

        assert [movie.id for movie in pool.map(details, numbers)] == numbers


def test_it_is_the_server_that_listens_too() -> None:
    """What is done over the socket is seen in process, and the log has both."""
    with TMDBServer() as server:
        rating = f"/3/movie/550/rating?session_id={server.session_id}"
        headers = {"authorization": f"Bearer {server.access_token}"}
        httpx.post(server.base_url + rating, headers=headers, json={"value": 9})
        with TMDB(server.access_token, transport=server.transport, session_id=server.session_id) as tmdb:
            assert tmdb.movies.account_states(550).rated == RatedValue(value=9)
        assert [request.operation for request in server.requests] == ["movies_rate", "movies_account_states"]


def test_a_state_in_a_file_is_kept_without_a_socket(tmp_path: Path) -> None:
    """Written in process, read by the next server."""
    for rating in (False, RatedValue(value=9)):
        server = TMDBServer(state_file=tmp_path / "state")
        with TMDB(server.access_token, transport=server.transport, session_id=server.session_id) as tmdb:
            assert tmdb.movies.account_states(550).rated == rating
            tmdb.movies.rate(550, 9)
        server.stop()


def test_a_body_that_comes_in_parts_arrives_whole(server: TMDBServer) -> None:
    """As it does over a socket."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url="http://embedded", headers=headers, transport=server.transport) as client:
        parts = iter([b'{"val', b'ue": 7}'])
        client.post(f"/3/movie/550/rating?session_id={server.session_id}", content=parts)
    assert server.requests.last.body == {"value": 7}


async def test_a_sync_body_of_an_async_client_is_refused_as_by_httpx(server: TMDBServer) -> None:
    """The transport reads bodies as httpx says."""
    async with httpx.AsyncClient(base_url="http://embedded", transport=server.transport) as client:
        with pytest.raises(RuntimeError):
            await client.post("/3/list", content=iter([b"{}"]))


def test_it_is_both_kinds_of_transport(server: TMDBServer) -> None:
    """One object for sync and async clients, usable after one of them has closed it."""
    transport = server.transport
    assert isinstance(transport, InProcessTransport)
    assert isinstance(transport, httpx.BaseTransport)
    assert isinstance(transport, httpx.AsyncBaseTransport)
    for _ in range(2):
        with TMDB(server.access_token, transport=transport) as tmdb:
            assert tmdb.movies.details(550).id == 550


def test_an_application_that_needs_a_loop_is_told() -> None:
    """Rather than hanging for ever."""
    with pytest.raises(RuntimeError, match="waits for an event loop"):
        run_to_end(asyncio.sleep(0))
