"""Own parameters, headers and paths, on their way to TMDB."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, error_response, fake_sequence, json_response, movie_pages
from tmdb_bindings import api
from tmdb_facade import (
    APIStatusError,
    AsyncTMDB,
    Cache,
    InvalidAnswerError,
    InvalidArgumentError,
    NotFoundError,
    ServerError,
    TMDBError,
    UserCredentials,
)
from tmdb_facade.types import HTTPMethod

SECRET = "s3cret-of-the-gateway"
KEY_SECRET = "another-s3cret"
SHORT = "q9z"
SECRETS = (SECRET, KEY_SECRET, SHORT)


async def test_paginate_walks_tmdbs_own_names_with_typed_pages() -> None:
    fake = Fake(movie_pages(45))
    async with AsyncTMDB(TOKEN, transport=fake.transport, language="de-DE", on_drift="ignore") as tmdb:
        pager = tmdb.paginate(api.discover.movies, {"vote_average.gte": 7, "with_genres": "28|12"})
        titles = [movie.title async for movie in pager]
        assert titles[:2] == ["Movie 1", "Movie 2"]
        assert len(titles) == 45
        query = {"vote_average.gte": "7", "with_genres": "28|12", "language": "de-DE"}
        assert [dict(request.url.params) for request in fake.requests] == [query | {"page": n} for n in "123"]
        with pytest.raises(InvalidArgumentError, match=r"^page must be omitted"):
            tmdb.paginate(api.discover.movies, {"page": 2})


async def test_mapping_of_a_write_is_its_body() -> None:
    fake = Fake(json_response({"success": True}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, session_id="s", on_drift="ignore") as tmdb:
        await tmdb.call(api.movies.rate, 550, {"value": 8})
        await tmdb.call(api.auth.delete_session, {"session_id": "5e55"})
    assert fake.last.content == b'{"session_id":"5e55"}'


async def test_extra_query_headers_and_user_agent_of_clients_and_calls() -> None:
    fake = Fake(movie_pages(1))
    async with AsyncTMDB(TOKEN, transport=fake.transport, on_drift="ignore", user_agent="app/1") as tmdb:
        other = tmdb.with_options(extra_query={"a": 1, "b": True}, extra_headers={"X-A": "1", "X-B": "2"})
        await other.movies.details(550)
        assert fake.query == {"a": "1", "b": "true"}
        assert [fake.last.headers[name] for name in ("x-a", "x-b", "user-agent")] == ["1", "2", "app/1"]
        assert fake.last.headers["authorization"] == f"Bearer {TOKEN}"
        await other.call(
            api.movies.details, 550, extra_query={"a": None, "c": "3"}, extra_headers={"x-b": None}, user_agent="app/2"
        )
        assert fake.query == {"b": "true", "c": "3"}
        assert fake.last.headers["x-a"] == "1"
        assert "x-b" not in fake.last.headers
        assert fake.last.headers["user-agent"] == "app/2"
        await tmdb.paginate(api.movies.popular, extra_query={"c": "3"}).first()
        assert fake.query == {"c": "3", "page": "1"}
        await tmdb.request("GET", "/3/movie/550", query={"c": "4"}, extra_query={"c": "5"}, extra_headers={"x-a": "6"})
        assert (fake.query, fake.last.headers["x-a"]) == ({"c": "5"}, "6")
        await other.with_options(extra_query=None, extra_headers=None, user_agent=None).movies.details(550)
        assert fake.query == {}
        assert "x-a" not in fake.last.headers
        assert fake.last.headers["user-agent"].startswith("tmdb-facade/")


async def test_extra_headers_do_not_go_to_the_image_server(tmp_path: Path) -> None:
    fake = Fake(httpx.Response(200, content=b"\xff\xd8\xff", headers={"content-type": "image/jpeg"}))
    async with AsyncTMDB(TOKEN, transport=fake.transport, extra_headers={"x-a": SECRET}, user_agent="app/1") as tmdb:
        await tmdb.images.download("/a.jpg", "poster", tmp_path / "a.jpg")
    assert "x-a" not in fake.last.headers
    assert fake.last.headers["user-agent"] == "app/1"
    assert SECRET not in str(fake.last.url)


async def test_request_returns_plain_json_and_raises_tmdbs_errors() -> None:
    fake = fake_sequence(
        json_response([1, {"a": None}]), httpx.Response(204), error_response(404, 34), httpx.Response(200)
    )
    async with AsyncTMDB(TOKEN, transport=fake.transport, max_retries=0) as tmdb:
        assert await tmdb.request("GET", "/3/unknown/path", query={"x": True}) == [1, {"a": None}]
        assert fake.query == {"x": "true"}
        assert await tmdb.request("DELETE", "/4/unknown", body={"ids": [1, None, -2]}) is None
        assert fake.last.content == b'{"ids":[1,null,-2]}'
        with pytest.raises(NotFoundError, match=r"^request: HTTP 404"):
            await tmdb.request("GET", "/3/unknown")
        with pytest.raises(InvalidAnswerError):
            await tmdb.request("GET", "/3/unknown")


async def test_request_of_a_documented_path_has_the_policies_of_its_operation() -> None:
    fake = Fake(json_response({"id": 550}, headers={"cache-control": "max-age=60"}))
    with Cache() as cache:
        async with AsyncTMDB(TOKEN, transport=fake.transport, cache=cache, language="de", on_drift="ignore") as tmdb:
            assert await tmdb.request("GET", "/3/movie/550") == {"id": 550}
            assert fake.query == {"language": "de"}
            assert (await tmdb.movies.details(550)).id == 550  # the same answer, typed
            assert await tmdb.request("GET", "https://api.themoviedb.org/3/movie/550") == {"id": 550}
            assert len(fake.requests) == 1
            for _ in range(2):
                await tmdb.request("GET", "/3/unknown/550")
            assert len(fake.requests) == 3
            with pytest.raises(InvalidArgumentError, match=r"session_id is missing: account.lists .* pass session_id="):
                await tmdb.request("GET", "/3/account/7/lists")
            await tmdb.with_options(session_id="5e55").request("GET", "/3/account/7/lists")
            assert fake.query["session_id"] == "5e55"


async def test_call_of_any_operation_needs_the_token_of_its_user() -> None:
    """The application's token may be that of its developer, whose list another user must not change."""
    fake = Fake(json_response({}))
    user = UserCredentials(session_id="5e55", account_id=7)
    async with (
        AsyncTMDB(TOKEN, transport=fake.transport) as tmdb,
        AsyncTMDB(api_key=KEY, transport=fake.transport) as keyed,
    ):
        for client in (tmdb.as_user(user), keyed):
            with pytest.raises(InvalidArgumentError, match=r"access_token is missing: v4.lists.delete"):
                await client.call(api.v4_lists.delete, 1)
            with pytest.raises(InvalidArgumentError, match=r"access_token is missing: v4.lists.delete"):
                await client.request("DELETE", "/4/list/1")
            with pytest.raises(InvalidArgumentError, match=r"access_token is missing: v4.account.favorite_movies"):
                client.paginate(api.v4_account.favorite_movies, "5ec2e7")
    assert not fake.requests


async def test_request_is_sent_as_the_user_of_the_client() -> None:
    fake = Fake()
    async with AsyncTMDB(api_key=KEY, transport=fake.transport) as tmdb:
        anna = tmdb.as_user(UserCredentials(access_token="t0ken-of-anna"))
        await anna.request("GET", "/4/account/4bc8/movie/unknown")
        assert fake.last.headers["authorization"] == "Bearer t0ken-of-anna"
        await anna.request("GET", "/3/unknown")
        assert fake.query == {"api_key": KEY}
        assert "authorization" not in fake.last.headers


async def test_request_of_an_unknown_path_is_retried_only_if_it_reads(waits: list[float]) -> None:
    fake = Fake(error_response(503, 9))
    attempts: dict[HTTPMethod, int] = {"GET": 3, "POST": 1, "PUT": 1, "DELETE": 1}
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        for method, count in attempts.items():
            fake.requests.clear()
            with pytest.raises(ServerError):
                await tmdb.request(method, "/3/unknown")
            assert len(fake.requests) == count


async def test_with_raw_response_of_a_request_has_its_headers() -> None:
    fake = Fake(json_response({"a": 1}, headers={"etag": "1"}))
    async with AsyncTMDB(TOKEN, transport=fake.transport) as tmdb:
        raw = await tmdb.with_raw_response(tmdb.request, "GET", "/3/unknown", query={"t": SECRET})
    assert (raw.parsed, raw.headers["etag"]) == ({"a": 1}, "1")
    assert SECRET not in raw.url


@pytest.mark.parametrize(
    "answer",
    [
        error_response(404, 34, f"{SECRET}, {KEY_SECRET} and t={SHORT}", x_echo=f"{SECRET} {KEY_SECRET}"),
        json_response({"errors": [SECRET]}, 422, headers={"x-echo": SECRET}),
        httpx.ConnectError(f"cannot send {SECRET} {KEY_SECRET}"),
        httpx.Response(200, text=SECRET),
        json_response([SECRET]),
        json_response({"id": 550, "title": SECRET}),
    ],
)
async def test_secrets_in_extra_query_and_headers_reach_no_error_log_or_cache(
    answer: httpx.Response | Exception, caplog: pytest.LogCaptureFixture
) -> None:
    """Also if the server repeats them, and with the log of a user's HTTP client."""
    caplog.set_level(logging.DEBUG)
    if isinstance(answer, httpx.Response):
        answer.headers["cache-control"] = "max-age=60"
    fake = Fake(answer)
    urls: list[str] = []
    with Cache() as cache:
        async with httpx.AsyncClient(transport=fake.transport) as http_client:
            for client in (
                AsyncTMDB(TOKEN, transport=fake.transport, cache=cache),
                AsyncTMDB(TOKEN, http_client=http_client),
            ):
                async with client:
                    tmdb = client.with_options(
                        max_retries=0,
                        extra_query={"token": SECRET, "t": SHORT},
                        extra_headers={"x-key": f"Key {KEY_SECRET}"},
                        on_request=lambda event: urls.append(event.url),
                        on_drift="ignore",
                    )
                    calls: list[Callable[[], Any]] = [
                        partial(tmdb.movies.details, 550),
                        partial(tmdb.request, "GET", "/3/unknown"),
                    ]
                    for call in calls:
                        try:
                            await call()
                        except TMDBError as error:
                            texts = "".join(traceback.format_exception(error)) + f"{error!r} {error.args} {vars(error)}"
                            if isinstance(error, APIStatusError):
                                texts += f"{[*error.headers.values()]}"
                            assert not any(secret in texts for secret in SECRETS)
        assert cache.info().entries == 0
    assert len(urls) == 4
    assert len(fake.requests) == 4
    assert not any(secret in text for secret in SECRETS for text in (*urls, caplog.text))
