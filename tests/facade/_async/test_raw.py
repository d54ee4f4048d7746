"""HTTP answers beside their values."""

from __future__ import annotations

from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, pages, refuse, say, then
from tmdb_bindings import api
from tmdb_facade import AsyncTMDB, MovieAppend, NotFoundError, RawResponse
from tmdb_facade._core.answer.raw import ANSWERS
from tmdb_facade.models import MovieDetails, MoviePage

FILM = {"id": 550, "title": "Fight Club", "unheard_of": [1, None]}
SESSION = "5e55105e5510"


async def test_a_method_is_called_and_its_answer_kept() -> None:
    """Status, headers and body as they came, and what the method gives."""
    fake = Fake(say(FILM, headers={"etag": '"abc"', "x-amz-cf-id": "cf-1"}))
    async with AsyncTMDB(TOKEN, language="de", transport=fake.transport, on_drift="ignore") as tmdb:
        raw = await tmdb.with_raw_response(tmdb.movies.details, 550)
    assert isinstance(raw, RawResponse)
    assert isinstance(raw.parsed, MovieDetails)
    assert raw.parsed.title == "Fight Club"
    assert (raw.status, raw.headers["ETag"], raw.request_id) == (200, '"abc"', "cf-1")
    assert raw.json() == FILM
    assert raw.body.startswith(b"{")
    assert raw.url == "https://api.themoviedb.org/3/movie/550?language=de"
    assert len(raw.answers) == 1
    assert len(fake.requests) == 1


async def test_any_operation_can_be_asked_by_its_module() -> None:
    """As with `call`."""
    fake = Fake(say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = await tmdb.call_raw(api.movies.details, 550, language="de")
        same = await tmdb.with_raw_response(tmdb.call, api.movies.details, 550)
    assert raw.parsed.id == 550
    assert raw.url.endswith("/3/movie/550?language=de")
    assert same.parsed == raw.parsed


async def test_a_page_of_a_list_has_an_answer_and_a_pager_has_none() -> None:
    """The error says what to pass."""
    fake = Fake(pages(60))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = await tmdb.with_raw_response(tmdb.movies.popular().page, 3)
        assert isinstance(raw.parsed, MoviePage)
        assert raw.url.endswith("page=3")
        with pytest.raises(TypeError, match=r"[Pp]age"):
            await tmdb.with_raw_response(tmdb.movies.popular)  # type: ignore[arg-type, unused-ignore]  # wrong on purpose; types tell in one client


async def test_a_call_that_takes_several_requests_keeps_all_answers() -> None:
    """Also when they are sent side by side."""
    fake = Fake(say(FILM))
    blocks = [f"season/{number}" for number in range(1, 26)]
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = await tmdb.with_raw_response(tmdb.tv.details, 1396, append=blocks)
    assert len(fake.requests) == 2
    assert {answer.url for answer in raw.answers} == {str(request.url) for request in fake.requests}


async def test_nothing_is_kept_of_other_calls() -> None:
    """Neither before, nor after, nor after an error."""
    fake = Fake(lambda request: refuse(404, 34) if request.url.path.endswith("/1") else say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        with pytest.raises(NotFoundError):
            await tmdb.with_raw_response(tmdb.movies.details, 1)
        assert ANSWERS.get() is None
        first = await tmdb.with_raw_response(tmdb.movies.details, 2)
        await tmdb.movies.details(3)
        second = await tmdb.with_raw_response(tmdb.movies.details, 4, append=MovieAppend.CREDITS)
    assert [answer.url[-1] for answer in first.answers] == ["2"]
    assert len(second.answers) == 1


async def test_a_retry_leaves_the_last_answer(waits: list[float]) -> None:
    """What went wrong on the way is told to hooks and logs."""
    fake = then(refuse(503, 9), say(FILM))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = await tmdb.with_raw_response(tmdb.movies.details, 550)
    assert (raw.status, len(raw.answers)) == (200, 1)


async def test_whoever_knows_other_sdks_is_told_how_it_is_here() -> None:
    """There, namespaces stand behind this name; and a method may have been called already."""
    answers = {"api.themoviedb.org": say(FILM), "image.tmdb.org": httpx.Response(200, content=b"an image")}
    fake = Fake(lambda request: answers[request.url.host])
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore") as tmdb:
        called: Any = tmdb.movies.details(550)
        with pytest.raises(TypeError, match="not yet called"):
            await tmdb.with_raw_response(called)
        namespace: Any = tmdb.movies
        with pytest.raises(TypeError, match=r"not a .*MoviesResource"):
            await tmdb.with_raw_response(namespace)
        with pytest.raises(TypeError, match="asked TMDB's API nothing"):
            await tmdb.with_raw_response(tmdb.images.read, "/a.jpg", "poster")


async def test_no_secret_is_shown() -> None:
    """The client's credential is not there at all, a session is masked."""
    fake = Fake(httpx.Response(200, json={"id": 1, "username": "hush"}))
    async with AsyncTMDB(api_key=KEY, session_id=SESSION, transport=fake.transport, on_drift="ignore") as tmdb:
        raw = await tmdb.with_raw_response(tmdb.account.details)
    assert raw.url == "https://api.themoviedb.org/3/account?session_id=***"
    for text in (repr(raw), str(raw), repr(raw.answers)):
        assert SESSION not in text
        assert KEY not in text
        assert "hush" not in text
    assert repr(raw) == f"<RawResponse 200, {len(raw.body)} bytes, AccountDetails>"
