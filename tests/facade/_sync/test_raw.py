# Made from tests/facade/_async/test_raw.py by `make sync`: edit that file, never this one.
"""Raw responses beside the parsed values."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, error_response, fake_sequence, json_response, movie_pages
from tmdb_bindings import api
from tmdb_facade import TMDB, InvalidAnswerError, InvalidArgumentError, NotFoundError, RawResponse
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.answer.raw import ANSWERS
from tmdb_facade.models import MovieDetails, MoviePage

MOVIE = {"id": 550, "title": "Fight Club", "unheard_of": [1, None]}
SESSION = "5e55105e5510"


def test_with_raw_response_returns_status_headers_body_and_parsed_value() -> None:
    fake = Fake(json_response(MOVIE, headers={"etag": '"abc"', "x-amz-cf-id": "cf-1"}))
    with TMDB(TOKEN, language="de", transport=fake.transport, on_drift="ignore") as tmdb:
        raw = tmdb.with_raw_response(tmdb.movies.details, 550)
    assert isinstance(raw, RawResponse)
    assert isinstance(raw.parsed, MovieDetails)
    assert raw.parsed.title == "Fight Club"
    assert (raw.status, raw.headers["ETag"], raw.request_id) == (200, '"abc"', "cf-1")
    assert raw.json() == MOVIE
    assert raw.body.startswith(b"{")
    assert raw.url == "https://api.themoviedb.org/3/movie/550?language=de"
    assert len(raw.answers) == 1
    assert len(fake.requests) == 1


def test_raw_json_is_none_where_no_value_can_be_read() -> None:
    body = rb'{"genres":[],"new":[{"a":"\ud800","b":"c"},1e400,"8"],"\udfff":1,"also":"%b"}' % b"\xff"
    fake = Fake(httpx.Response(200, content=body))
    with TMDB(TOKEN, transport=fake.transport) as tmdb:
        raw = tmdb.with_raw_response(tmdb.genres.movies)
    assert raw.parsed.genres == []
    assert raw.json() == {"genres": [], "new": [{"a": None, "b": "c"}, None, "8"], "also": None}
    assert raw.body == body


def test_raw_json_raises_for_a_body_that_is_not_json() -> None:
    for body in (b"", b"<html>", b"[" * 100_000):
        raw = RawResponse(None, [Answer(200, {}, body, "https://api.themoviedb.org/3/genre/movie/list")])
        with pytest.raises(InvalidAnswerError, match="HTTP 200"):
            raw.json()


def test_call_raw_takes_the_module_of_an_operation() -> None:
    fake = Fake(json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = tmdb.call_raw(api.movies.details, 550, language="de")
        same = tmdb.with_raw_response(tmdb.call, api.movies.details, 550)
    assert raw.parsed.id == 550
    assert raw.url.endswith("/3/movie/550?language=de")
    assert same.parsed == raw.parsed


def test_with_raw_response_accepts_the_page_method_of_a_pager_and_rejects_a_pager() -> None:
    fake = Fake(movie_pages(60))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = tmdb.with_raw_response(tmdb.movies.popular().page, 3)
        assert isinstance(raw.parsed, MoviePage)
        assert raw.url.endswith("page=3")
        with pytest.raises((TypeError, InvalidArgumentError), match=r"[Pp]age"):
            tmdb.with_raw_response(tmdb.movies.popular)  # type: ignore[arg-type, unused-ignore]  # wrong on purpose; types tell in one client


def test_raw_response_of_a_split_call_has_all_answers() -> None:
    fake = Fake(json_response(MOVIE))
    blocks = [f"season/{number}" for number in range(1, 26)]
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = tmdb.with_raw_response(tmdb.tv.details, 1396, append=blocks)
    assert len(fake.requests) == 2
    assert {answer.url for answer in raw.answers} == {str(request.url) for request in fake.requests}


def test_with_raw_response_records_only_its_own_call() -> None:
    """Earlier and later calls are not recorded, nor are calls after an error."""
    fake = Fake(lambda request: error_response(404, 34) if request.url.path.endswith("/1") else json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(NotFoundError):
            tmdb.with_raw_response(tmdb.movies.details, 1)
        assert ANSWERS.get() is None
        first = tmdb.with_raw_response(tmdb.movies.details, 2)
        tmdb.movies.details(3)
        second = tmdb.with_raw_response(tmdb.movies.details, 4)
    assert [answer.url[-1] for answer in first.answers] == ["2"]
    assert len(second.answers) == 1


def test_raw_response_after_a_retry_is_the_last_answer(waits: list[float]) -> None:
    fake = fake_sequence(error_response(503, 9), json_response(MOVIE))
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = tmdb.with_raw_response(tmdb.movies.details, 550)
    assert (raw.status, len(raw.answers)) == (200, 1)


def test_misuse_of_with_raw_response_raises_with_the_correct_form() -> None:
    """In other SDKs, `with_raw_response` has namespaces as attributes."""
    answers = {"api.themoviedb.org": json_response(MOVIE), "image.tmdb.org": httpx.Response(200, content=b"an image")}
    fake = Fake(lambda request: answers[request.url.host])
    with TMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        called: Any = tmdb.movies.details(550)
        with pytest.raises(InvalidArgumentError, match="must be a method and not its result"):
            tmdb.with_raw_response(called)
        namespace: Any = tmdb.movies
        with pytest.raises(InvalidArgumentError, match=r"got .*MoviesResource"):
            tmdb.with_raw_response(namespace)
        with pytest.raises(InvalidArgumentError, match="must send a request"):
            tmdb.with_raw_response(tmdb.images.read, "/a.jpg", "poster")


def test_raw_response_repr_and_url_hide_secrets() -> None:
    fake = Fake(httpx.Response(200, json={"id": 1, "username": "hush"}))
    with TMDB(api_key=KEY, session_id=SESSION, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = tmdb.with_raw_response(tmdb.account.details)
    assert raw.url == "https://api.themoviedb.org/3/account?session_id=***"
    for text in (repr(raw), str(raw), repr(raw.answers)):
        assert SESSION not in text
        assert KEY not in text
        assert "hush" not in text
    assert repr(raw) == f"<RawResponse 200, {len(raw.body)} bytes, AccountDetails>"
