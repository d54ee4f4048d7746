# Made from tests/facade/_async/test_many.py by `make sync`: edit that file, never this one.
"""Details of many ids at once."""

from __future__ import annotations

import gc
import warnings
from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import httpx
import pytest

from tests.facade.support import TOKEN, Fake, error_response, json_response
from tmdb_facade import TMDB, MovieAppend, SeasonAppend
from tmdb_facade._core.lists.many import REMEMBERED_IDS
from tmdb_facade.errors import (
    APIConnectionError,
    APITimeoutError,
    AuthenticationError,
    ClientClosedError,
    DriftWarning,
    InvalidArgumentError,
    NotFoundError,
    SessionExpiredError,
)
from tmdb_facade.types import DetailsFailure, DetailsSuccess

#: An id that does not exist.
MISSING = 404


def details(request: httpx.Request) -> httpx.Response:
    """Answer a request for details: the number at the end of the path is the id."""
    number = request.url.path.rpartition("/")[2]
    if number == str(MISSING):
        return error_response(404, 34)
    blocks: dict[str, Any] = {name: {} for name in request.url.params.get("append_to_response", "").split(",") if name}
    return json_response({"id": int(number.removeprefix("tt")), "title": f"Movie {number}", "name": number, **blocks})


def requested(fake: Fake) -> list[str]:
    """Return the paths of the requests, without the version, sorted."""
    return sorted(request.url.path.removeprefix("/3/") for request in fake.requests)


def test_details_many_returns_a_result_for_each_id_in_order_with_one_request_each() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        many = tmdb.movies.details_many([550, MISSING, 551], append=MovieAppend.CREDITS, language="pt-BR")
        assert fake.requests == []
        results = [result for result in many]
    assert [result.id for result in results] == [550, MISSING, 551]
    first, missing, last = results
    assert isinstance(first, DetailsSuccess)
    assert (first.error, first.value.title, first.unwrap().credits.cast) == (None, "Movie 550", [])
    assert isinstance(missing, DetailsFailure)
    assert missing.value is None
    assert isinstance(missing.error, NotFoundError)
    with pytest.raises(NotFoundError):
        missing.unwrap()
    assert last.unwrap().id == 551
    assert requested(fake) == ["movie/404", "movie/550", "movie/551"]
    assert fake.query == {"append_to_response": "credits", "language": "pt-BR"}


def test_details_many_of_each_namespace_requests_the_operation_of_details() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert [result.unwrap().id for result in tmdb.movies.details_many(["tt0137523"])] == [137523]
        assert [result.unwrap().id for result in tmdb.tv.details_many([1396], seasons=[1])] == [1396]
        assert [result.unwrap().id for result in tmdb.people.details_many([287])] == [287]
        assert [result.unwrap().id for result in tmdb.collections.details_many([10])] == [10]
        assert [result.unwrap().id for result in tmdb.companies.details_many([508])] == [508]
        seasons = tmdb.tv.seasons.details_many([(1396, 1), (1396, 2)], append=SeasonAppend.VIDEOS)
        assert [(result.id, result.unwrap().id) for result in seasons] == [((1396, 1), 1), ((1396, 2), 2)]
        assert [result.id for result in tmdb.tv.episodes.details_many([(1396, 1, 7)])] == [(1396, 1, 7)]
    assert requested(fake) == [
        "collection/10",
        "company/508",
        "movie/tt0137523",
        "person/287",
        "tv/1396",
        "tv/1396/season/1",
        "tv/1396/season/1/episode/7",
        "tv/1396/season/2",
    ]


def test_details_many_requests_a_repeated_id_once() -> None:
    fake = Fake(details)
    ids: list[int | str] = [3, 1, 3, 2, "1", " 3 "]
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        results = [result.id for result in tmdb.movies.details_many(ids)]
    assert results == [3, 1, 2]
    assert len(fake.requests) == 3
    assert REMEMBERED_IDS == 100_000


def test_details_many_reads_ids_as_calls_end() -> None:
    """So they may be endless."""
    fake, drawn = Fake(details), count(1)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        found: list[int] = []
        for result in tmdb.movies.details_many(drawn, concurrency=3):
            found.append(result.id)
            if len(found) == 20:
                break
    assert found == list(range(1, 21))
    assert next(drawn) <= 23 + 1
    assert len(fake.requests) <= 23


def test_details_many_reads_ids_from_an_iterator_of_the_client() -> None:
    """Such as the ids of a pager."""

    def ids() -> Iterator[int]:
        for number in (5, 6, 7):
            yield number

    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        assert [result.id for result in tmdb.movies.details_many(ids())] == [5, 6, 7]
        none: list[int] = []
        assert [result.id for result in tmdb.movies.details_many(none)] == []


def test_details_many_without_order_returns_every_result() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        results = [result for result in tmdb.movies.details_many(range(1, 50), ordered=False, concurrency=4)]
    assert sorted(result.id for result in results) == list(range(1, 50))
    assert all(result.unwrap().id == result.id for result in results)


def test_details_many_can_be_iterated_again() -> None:
    """No result is stored."""
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        many = tmdb.movies.details_many([1, 2])
        for _ in range(2):
            assert [result.id for result in many] == [1, 2]
    assert len(fake.requests) == 4


@pytest.mark.parametrize(
    ("status", "code", "error"), [(401, 7, AuthenticationError), (401, 3, AuthenticationError)], ids=["key", "token"]
)
def test_details_many_ends_with_the_error_of_wrong_credentials(status: int, code: int, error: type[Exception]) -> None:
    fake = Fake(error_response(status, code))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(error):
            _ = [result for result in tmdb.movies.details_many(range(1, 10_000), concurrency=5)]
    assert len(fake.requests) <= 5


def test_details_many_ends_with_the_error_of_an_expired_session() -> None:
    fake = Fake(error_response(401, 3))
    with TMDB(TOKEN, transport=fake.transport, session_id="5e55105e5510") as tmdb:
        with pytest.raises((SessionExpiredError, AuthenticationError)):
            _ = [r for r in tmdb.movies.details_many([1, 2], append=MovieAppend.ACCOUNT_STATES)]


INVALID: list[tuple[Callable[[Any], object], str]] = [
    (lambda tmdb: tmdb.movies.details_many([1], append=["credit"]), "append"),
    (lambda tmdb: tmdb.movies.details_many([1], language="english"), "language"),
    (lambda tmdb: tmdb.movies.details_many(iter([1]), language="english"), "language"),
    (lambda tmdb: tmdb.movies.details_many([1], languages=[]), "languages"),
    (lambda tmdb: tmdb.movies.details_many([1], concurrency=0), "concurrency"),
    (lambda tmdb: tmdb.movies.details_many([1], concurrency=True), "concurrency"),
    (lambda tmdb: tmdb.movies.details_many([1], timeout=0), "timeout"),
    (lambda tmdb: tmdb.movies.details_many([1], timeout=float("nan")), "timeout"),
    (lambda tmdb: tmdb.movies.details_many([1], ordered=1), "ordered"),
    (lambda tmdb: tmdb.movies.details_many("550"), r"ids must be a list .*; write \['550'\]"),
    (lambda tmdb: tmdb.movies.details_many(550), r"ids must be a list .*; write \[550\]"),
    (lambda tmdb: tmdb.movies.details_many([1, None]), "movie_id"),
    (lambda tmdb: tmdb.movies.details_many({1, "../account"}), "movie_id"),
    (lambda tmdb: tmdb.tv.seasons.details_many([1396]), "ids must be tuples of series_id, season_number"),
    (lambda tmdb: tmdb.tv.seasons.details_many([(1396, 1, 2)]), "ids must be tuples"),
    (lambda tmdb: tmdb.tv.episodes.details_many([(1396, 1, "2")]), "episode_number"),
    (lambda tmdb: tmdb.tv.details_many([1], seasons=[-1]), "seasons"),
]


@pytest.mark.parametrize(("call", "problem"), INVALID, ids=count())
def test_invalid_arguments_of_details_many_raise_before_sending(call: Callable[[Any], object], problem: str) -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        with pytest.raises(InvalidArgumentError, match=problem):
            call(tmdb)
    assert fake.requests == []


def test_invalid_id_of_a_generator_raises_when_it_is_read() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        ids: Any = iter((1, 2, None, 3))
        results = iter(tmdb.movies.details_many(ids, concurrency=1))
        assert [(next(results)).id, (next(results)).id] == [1, 2]
        with pytest.raises(InvalidArgumentError, match="movie_id"):
            next(results)
    assert len(fake.requests) == 2


def test_other_errors_of_an_id_are_results() -> None:
    """Of the connection, the server, the answer."""
    answers: dict[str, httpx.Response | Exception] = {
        "1": httpx.ConnectError("no route"),
        "2": error_response(500, 11),
        "3": httpx.Response(200, content=b"<html>"),
        "4": json_response({"id": 4, "title": "Movie 4"}),
    }
    fake = Fake(lambda request: answers[request.url.path.rpartition("/")[2]])
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore", max_retries=0) as tmdb:
        results = [result for result in tmdb.movies.details_many([1, 2, 3, 4])]
    assert [type(result.error).__name__ for result in results] == [
        "APIConnectionError",
        "ServerError",
        "InvalidAnswerError",
        "NoneType",
    ]
    assert isinstance(results[0].error, APIConnectionError)


def test_differences_of_details_many_are_reported_to_the_loop() -> None:
    """The warning points to the caller's code, not to the background task or thread."""
    fake = Fake(json_response({"id": 1, "title": 5}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="warn") as tmdb:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            assert [result.error for result in tmdb.movies.details_many([1])] == [None]
    drift = [warning for warning in caught if issubclass(warning.category, DriftWarning)]
    assert drift
    assert {warning.filename for warning in drift} == {__file__}


def test_details_many_fills_texts_by_a_list_of_languages() -> None:
    translations = {
        "translations": [{"iso_639_1": "en", "iso_3166_1": "US", "data": {"overview": "In English."}}],
    }
    fake = Fake(json_response({"id": 1, "title": "One", "overview": "", "translations": translations}))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        results = [result for result in tmdb.movies.details_many([1], languages=["pt-BR", "en-US"])]
    assert results[0].unwrap().overview == "In English."
    assert fake.query == {"append_to_response": "translations", "language": "pt-BR"}


def test_details_many_of_a_closed_client_raises() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        many = tmdb.movies.details_many([1, 2, 3], concurrency=1)
        results = iter(many)
        assert (next(results)).id == 1
    with pytest.raises(ClientClosedError):
        next(results)
    with pytest.raises(ClientClosedError):
        _ = [result for result in many]


def test_details_many_as_a_context_manager_closes_its_calls() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with tmdb.movies.details_many([1, 2]) as many:
            assert repr(many).endswith("ManyDetails, 10 at a time>")
            assert [result.id for result in many] == [1, 2]
        with pytest.raises(ClientClosedError):
            _ = [result for result in many]
        assert (tmdb.movies.details(5)).id == 5


def test_details_many_ends_after_its_timeout(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is checked before each request, and limits each request."""
    now = [1000.0]
    monkeypatch.setattr("tmdb_facade._core.lists.many.monotonic", lambda: now[0])
    monkeypatch.setattr("tmdb_facade._core.sending.outgoing.monotonic", lambda: now[0])
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        results = iter(tmdb.movies.details_many([1, 2, 3], concurrency=1, timeout=5_000))
        assert (next(results)).id == 1
        now[0] += 5_000
        with pytest.raises(APITimeoutError, match="timeout of 5000 s"):
            next(results)
    assert len(fake.requests) == 1


def test_dropped_iteration_in_a_cycle_of_references_ends() -> None:
    fake = Fake(details)
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        results = iter(tmdb.movies.details_many(count(1), concurrency=2))
        assert (next(results)).id == 1
        cycle: list[object] = [results]
        cycle.append(cycle)
        del results, cycle
        gc.collect()
        assert (tmdb.movies.details(5)).id == 5
