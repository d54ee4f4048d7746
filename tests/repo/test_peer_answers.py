"""The comparison with other clients: the damaged answers, the server and the commands of drivers."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from benchmarks.bodies import Bodies
from benchmarks.peers.damaged_answers import ANSWERS, CHANGED, FIRST_ID, DamagedAnswer, damaged_answers
from benchmarks.peers.drivers.commands import ExpectedAnswer, limited, survive
from benchmarks.peers.drivers.harness import MOVIE_ID, Driver, finish, run_without_loop
from benchmarks.peers.stub_server import Stub, closing, response

EMPTY: dict[str, Any] = {"tagline": "", "homepage": None}
MOVIE: dict[str, Any] = {
    "id": MOVIE_ID,
    "title": "Fight Club",
    "overview": "x",
    "video": False,
    "genres": [{"id": 18}],
    **EMPTY,
}
ROWS: list[dict[str, Any]] = [{"id": 100 + n, "title": str(n), "overview": "x", "video": False} for n in range(20)]
PAGE: dict[str, Any] = {"page": 1, "results": ROWS, "total_pages": 1, "total_results": 20}


class OwnError(Exception):
    """The documented error of `FakeClient`."""


class FakeClient(Driver):
    """A client that returns prepared answers and raises prepared errors."""

    errors = (OwnError,)
    answers: dict[int, object]

    def __init__(self, base_url: str, api_key: str) -> None:
        self.arguments = base_url, api_key

    def details(self, movie_id: int, append: str = "") -> Any:
        """Return or raise what is prepared for an id."""
        answer = self.answers[movie_id]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def page(self, number: int) -> Any:
        """Return what is prepared for a number."""
        return self.answers[number]


@pytest.fixture(scope="module")
def answers() -> list[DamagedAnswer]:
    """Return the damaged answers of small bodies."""
    return damaged_answers(MOVIE, PAGE)


def test_damaged_answers_are_the_same_for_the_same_seed(answers: list[DamagedAnswer]) -> None:
    assert len(answers) == ANSWERS
    assert answers == damaged_answers(MOVIE, PAGE)
    assert answers != damaged_answers(MOVIE, PAGE, seed=1)


def test_changed_answers_are_json_and_require_the_ids_that_did_not_change(answers: list[DamagedAnswer]) -> None:
    for index, answer in enumerate(answers[:CHANGED]):
        body = json.loads(answer.body)
        original = {**MOVIE, "id": FIRST_ID + index} if answer.kind == "movie" else {**PAGE, "page": 1 + index}
        assert body != original, index
        assert answer.ids is not None
        rows = body.get("results")
        kept = [row["id"] for row in ROWS if isinstance(rows, list) and row in rows]
        read = [body.get("id")] if answer.kind == "movie" else kept
        assert all(each in read for each in answer.ids), index


def test_answers_damaged_as_a_whole_require_ids_only_if_they_can_be_read(answers: list[DamagedAnswer]) -> None:
    by_name = {answer.name: answer for answer in answers[CHANGED:]}

    assert by_name["HTML"].ids is None
    assert by_name["wrong object"].ids is None
    assert by_name["404"].status == 404
    marked = by_name["byte order mark"]
    assert marked.ids
    assert json.loads(marked.body.decode("utf-8-sig"))
    assert by_name["gzip without header"].ids
    assert json.loads(gzip.decompress(by_name["gzip without header"].body))
    with pytest.raises(ValueError, match=r"(?i)expect|char|unterminated"):
        json.loads(by_name["truncated JSON"].body)


def _expected(number: int, ids: list[int] | None, kind: str = "movie") -> ExpectedAnswer:
    return {"name": "", "kind": kind, "number": number, "ids": ids}


def test_survive_accepts_the_right_ids_and_documented_errors_only() -> None:
    FakeClient.answers = {1: {"id": 1}, 2: {"id": None}, 3: OwnError(), 4: KeyError("id"), 5: {"results": ROWS}, 6: {}}
    client = FakeClient("", "")
    expected = [
        _expected(1, [1]),
        _expected(1, None),
        _expected(2, []),
        _expected(2, [2]),
        _expected(3, [3]),
        _expected(4, [4]),
        _expected(5, [100, 119], "page"),
        _expected(6, [1], "page"),
    ]
    reply = run_without_loop(survive(client, expected))

    assert reply == {"outcomes": ["result", "wrong", "result", "wrong", "error", "KeyError", "result", "wrong"]}


def test_limited_counts_failed_and_empty_calls_as_lost() -> None:
    FakeClient.answers = {MOVIE_ID: {"id": MOVIE_ID}}
    client = FakeClient("", "")

    assert run_without_loop(limited(client, 5, 60))["lost"] == 0
    assert run_without_loop(limited(client, 5, -1))["lost"] == 5
    FakeClient.answers = {MOVIE_ID: {}}
    assert run_without_loop(limited(client, 5, 60))["lost"] == 5
    FakeClient.answers = {MOVIE_ID: KeyError()}
    assert run_without_loop(limited(client, 5, 60))["lost"] == 5


def test_sync_drivers_must_not_return_awaitables_that_wait() -> None:
    class Waits:
        def __await__(self) -> Any:
            yield

    with pytest.raises(RuntimeError, match="sync driver"):
        run_without_loop(finish(Waits()))


@pytest.fixture
def stub(answers: list[DamagedAnswer]) -> Stub:
    """Return a server with short answers; its pages are their numbers."""
    bodies = Bodies(b"", b"", b"", b"plain", b"with blocks")
    return Stub(bodies, [response(str(n).encode()) for n in range(1, 4)], answers, {"/3/configuration": response(b"c")})


def body(stub: Stub, target: str, credential: str = "") -> str:
    """Return the body of a response."""
    head = f"GET {target} HTTP/1.1\r\nauthorization: Bearer {credential}\r\n\r\n"
    return stub.respond(head.encode()).partition(b"\r\n\r\n")[2].decode()


def test_stub_appends_blocks_only_if_some_are_named(stub: Stub) -> None:
    assert body(stub, "/3/movie/1?api_key=1") == "plain"
    assert body(stub, "/3/movie/1?append_to_response=&language=en") == "plain"
    assert body(stub, "/3/movie/1?append_to_response=credits") == "with blocks"
    assert body(stub, "/3/movie/popular?api_key=1&page=2") == "2"
    assert body(stub, "/3/configuration") == "c"


def test_stub_refuses_what_exceeds_the_limit_of_a_credential(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    """The window slides: each accepted request counts for one second."""
    now = 100.0
    monkeypatch.setattr("benchmarks.peers.stub_server.time.monotonic", lambda: now)
    body(stub, "/mode?limit=2")
    assert [body(stub, "/3/movie/1", "a") for _ in range(2)] == ["plain"] * 2
    now = 100.5
    assert '"status_code": 25' in body(stub, "/3/movie/1", "a")
    assert body(stub, "/3/movie/1", "b") == "plain"
    assert body(stub, "/3/movie/1?api_key=c") == "plain"
    now = 101.0
    assert body(stub, "/3/movie/1", "a") == "plain"
    body(stub, "/mode")
    assert [body(stub, "/3/movie/1", "a") for _ in range(3)] == ["plain"] * 3


def test_stub_sends_damaged_answers_in_their_mode_only(stub: Stub) -> None:
    listed: list[ExpectedAnswer] = json.loads(body(stub, "/damaged"))
    movie, page = listed[0], listed[1]
    assert (movie["kind"], page["kind"]) == ("movie", "page")
    assert body(stub, f"/3/movie/{movie['number']}") == "plain"
    body(stub, "/mode?damaged=1")
    assert body(stub, f"/3/movie/{movie['number']}").encode() == stub.damaged[0].body
    assert body(stub, f"/3/movie/popular?page={page['number']}").encode() == stub.damaged[1].body
    assert body(stub, f"/3/movie/{MOVIE_ID}") == "plain"
    assert body(stub, "/3/movie/popular?page=1") == "1"


def test_last_response_of_a_connection_says_so() -> None:
    """Without it, a client would use the closed connection again."""
    assert closing(response(b"{}")).startswith(b"HTTP/1.1 200 Stub\r\nconnection: close\r\ncontent-type: ")
