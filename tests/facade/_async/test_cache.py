"""The cache of a client: hits, confirmations, failures, offline, and what never meets it."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.facade.redis_server import RedisServer
from tests.facade.support import KEY, TOKEN, Fake, Rule, error_response, fake_sequence, json_response
from tmdb_bindings import api
from tmdb_facade import (
    APIStatusError,
    AsyncTMDB,
    Cache,
    DriftWarning,
    InvalidArgumentError,
    NotFoundError,
    OfflineError,
    RateLimitError,
    ResponseEvent,
    ServerError,
)
from tmdb_facade.testing import TMDBServer

HOUR = {"cache-control": "public, max-age=3600"}
STALE = {"cache-control": "public, max-age=0", "etag": 'W/"a"'}
MOVIE = {"id": 550, "title": "Fight Club"}
SESSION, GUEST = "5e55105e5510", "90e5790e5790"


def client(fake: Fake, cache: Cache | Path | str | None = "memory", **options: Any) -> AsyncTMDB:
    """Return a client with a cache."""
    return AsyncTMDB(options.pop("token", TOKEN), transport=fake.transport, cache=cache, on_drift="ignore", **options)


def contents(folder: Path) -> dict[str, bytes]:
    """Return the contents of a folder's files."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def by_etag(*titles: str) -> Rule:
    """Return a rule for a movie whose title changes; a request with the current title's ETag gets a 304."""
    remaining = list(titles)

    def answer(request: httpx.Request) -> httpx.Response:
        title = remaining.pop(0) if len(remaining) > 1 else remaining[0]
        headers = {"cache-control": "max-age=0", "etag": f'W/"{title}"'}
        if request.headers.get("if-none-match") == f'W/"{title}"':
            return httpx.Response(304, headers=headers)
        return json_response({"id": 550, "title": title}, headers=headers)

    return answer


async def test_stored_answer_is_used_without_a_request() -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    async with client(fake) as tmdb:
        raw = [await tmdb.with_raw_response(tmdb.movies.details, 550) for _ in range(3)]
        assert [each.from_cache for each in raw] == [False, True, True]
        assert [each.parsed.title for each in raw] == ["Fight Club"] * 3
        assert [each.json() for each in raw] == [MOVIE] * 3
        assert {each.status for each in raw} == {200}
        assert raw[1].headers["Cache-Control"] == "public, max-age=3600"
        assert raw[1].parsed is not raw[2].parsed  # belongs to the caller
    assert len(fake.requests) == 1


async def test_other_parameters_are_other_answers() -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    async with client(fake) as tmdb:
        for _ in range(2):
            await tmdb.movies.details(550)
            await tmdb.movies.details(551)
            await tmdb.movies.details(550, language="pt-BR")
            await tmdb.with_options(language="de").movies.details(550)
    assert len(fake.requests) == 4


async def test_without_a_cache_nothing_is_stored() -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    async with client(fake, None) as tmdb:
        assert [(await tmdb.movies.details(550)).id for _ in range(2)] == [550] * 2
    assert len(fake.requests) == 2


async def test_stale_answer_is_confirmed_by_its_etag() -> None:
    fake = Fake(by_etag("old", "old", "new", "new"))
    async with client(fake) as tmdb:
        raw = [await tmdb.with_raw_response(tmdb.movies.details, 550) for _ in range(4)]
    assert [each.parsed.title for each in raw] == ["old", "old", "new", "new"]
    assert [each.from_cache for each in raw] == [False, True, False, True]
    assert [each.status for each in raw] == [200] * 4
    sent = [request.headers.get("if-none-match") for request in fake.requests]
    assert sent == [None, 'W/"old"', 'W/"old"', 'W/"new"']


async def test_304_of_another_answer_leads_to_a_whole_request() -> None:
    fake = fake_sequence(
        json_response(MOVIE, headers={"cache-control": "max-age=0", "etag": '"a"'}),
        httpx.Response(304, headers={"etag": '"b"'}),
        json_response({"id": 550, "title": "New"}, headers=HOUR),
    )
    async with client(fake) as tmdb:
        assert [(await tmdb.movies.details(550)).title for _ in range(3)] == ["Fight Club", "New", "New"]
    assert "if-none-match" not in fake.last.headers


async def test_answer_that_must_not_be_stored_any_more_is_removed() -> None:
    fake = fake_sequence(
        json_response(MOVIE, headers=STALE), json_response(MOVIE, headers={"cache-control": "no-store"})
    )
    cache = Cache()
    async with client(fake, cache) as tmdb:
        await tmdb.movies.details(550)
        assert cache.info().entries == 1
        await tmdb.movies.details(550)
    assert cache.info().entries == 0


@pytest.mark.parametrize("failure", [httpx.ConnectError("down"), error_response(503, 9), error_response(429, 25)])
async def test_stale_answer_is_used_if_tmdb_fails(failure: httpx.Response | Exception) -> None:
    answers = iter([json_response(MOVIE, headers=STALE)])
    fake = Fake(lambda _: next(answers, failure))
    events: list[ResponseEvent] = []
    async with client(fake, max_retries=1, on_response=events.append) as tmdb:
        await tmdb.movies.details(550)
        raw = await tmdb.with_raw_response(tmdb.movies.details, 550)
    assert (raw.parsed.title, raw.from_cache) == ("Fight Club", True)
    assert len(fake.requests) == 3
    assert [event.from_cache for event in events] == [False, False, False, True]


async def test_stale_answer_is_not_used_without_stale_if_error() -> None:
    fake = fake_sequence(json_response(MOVIE, headers=STALE), error_response(503, 9))
    async with client(fake, Cache(stale_if_error=0), max_retries=0) as tmdb:
        await tmdb.movies.details(550)
        with pytest.raises(ServerError):
            await tmdb.movies.details(550)


async def test_stale_answer_does_not_hide_that_a_movie_is_gone() -> None:
    fake = fake_sequence(json_response(MOVIE, headers=STALE), error_response(404, 34))
    async with client(fake) as tmdb:
        await tmdb.movies.details(550)
        with pytest.raises(NotFoundError):
            await tmdb.movies.details(550)


@pytest.mark.parametrize(
    ("response", "error"),
    [(error_response(404, 34, cache_control="max-age=99"), NotFoundError),
     (error_response(429, 25, cache_control="public, max-age=99"), RateLimitError),
     (error_response(200, 34, cache_control="public, max-age=99"), NotFoundError)],
)  # fmt: skip
async def test_errors_are_not_stored(response: httpx.Response, error: type[Exception]) -> None:
    fake = Fake(response)
    cache = Cache()
    async with client(fake, cache, max_retries=0) as tmdb:
        for _ in range(2):
            with pytest.raises(error):
                await tmdb.movies.details(550)
    assert len(fake.requests) == 2
    assert cache.info().entries == 0


async def test_damaged_answer_is_retried_and_not_stored() -> None:
    fake = fake_sequence(httpx.Response(200, text="<html>", headers=HOUR), json_response(MOVIE, headers=HOUR))
    async with client(fake) as tmdb:
        assert [(await tmdb.movies.details(550)).id for _ in range(2)] == [550] * 2
    assert len(fake.requests) == 2


async def test_stored_answer_that_cannot_be_decoded_is_removed(tmp_path: Path) -> None:
    """As with a file that something else has written to."""
    from tmdb_facade._core.cache.entry import StoredAnswer
    from tmdb_facade._core.cache.scope import cache_key, cache_owner
    from tmdb_facade._core.client.credentials import Credential
    from tmdb_facade._core.sending.outgoing import OutgoingRequest
    from tmdb_facade._runtime.caches import local_storage

    fake = Fake(json_response(MOVIE, headers=HOUR))
    cache = Cache()
    url = "https://api.themoviedb.org/3/movie/550"
    key = cache_key(OutgoingRequest("GET", url, {}), cache_owner(Credential("bearer", TOKEN)))
    storage = local_storage(cache)
    assert storage is not None
    async with client(fake, cache) as tmdb:
        await tmdb.movies.details(550)
        entry = storage.get(key)
        assert entry is not None
        for body in (b"", b"[]", b'{"success": false, "status_code": 34}'):
            storage.set(key, StoredAnswer(entry.headers, body, entry.stored_at, entry.fresh_until))
            with pytest.raises(OfflineError):
                await tmdb.with_options(offline="only").movies.details(550)
            assert storage.get(key) is None
            storage.set(key, StoredAnswer(entry.headers, body, entry.stored_at, entry.fresh_until))
            assert (await tmdb.movies.details(550)).title == "Fight Club"
            assert storage.get(key) is not None
    assert len(fake.requests) == 4


async def test_each_call_has_its_own_policy_for_drift() -> None:
    fake = Fake(json_response({"id": 550, "title": 5}, headers=HOUR))
    async with client(fake) as tmdb:
        await tmdb.movies.details(550)
        with pytest.warns(DriftWarning):
            await tmdb.with_options(on_drift="warn").movies.details(550)
    assert len(fake.requests) == 1


async def test_offline_prefer_uses_answers_of_any_age() -> None:
    fake = Fake(by_etag("old", "new"))
    async with client(fake, offline="prefer") as tmdb:
        assert [(await tmdb.movies.details(550)).title for _ in range(2)] == ["old", "old"]
        assert (await tmdb.with_options(offline=None).movies.details(550)).title == "new"
    assert len(fake.requests) == 2


async def test_offline_only_sends_nothing() -> None:
    fake = Fake(json_response(MOVIE, headers=STALE))
    async with client(fake) as tmdb:
        await tmdb.movies.details(550)
        offline = tmdb.with_options(offline="only", session_id=SESSION)
        assert (await offline.movies.details(550)).title == "Fight Club"
        calls: list[Callable[[], Any]] = [
            lambda: offline.movies.details(551),
            lambda: offline.account.details(),
            lambda: offline.movies.rate(550, 8),
            lambda: offline.auth.create_guest_session(),
            lambda: offline.movies.popular().first(),
            lambda: offline.images.download("/a.jpg", "poster", "/nowhere", size="original"),
        ]
        for call in calls:
            with pytest.raises(OfflineError) as caught:
                await call()
            assert SESSION not in str(caught.value)
    assert len(fake.requests) == 1


async def test_offline_is_read_from_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    monkeypatch.setenv("TMDB_CACHE", str(tmp_path / "cache"))
    async with client(fake, None) as tmdb:
        await tmdb.movies.details(550)
    monkeypatch.setenv("TMDB_OFFLINE", "only")
    async with client(fake, None) as tmdb:
        await tmdb.movies.details(550)
        with pytest.raises(OfflineError):
            await tmdb.movies.details(551)
    assert len(fake.requests) == 1
    monkeypatch.setenv("TMDB_OFFLINE", "never")
    with pytest.raises(InvalidArgumentError, match="TMDB_OFFLINE"):
        client(fake, None)
    monkeypatch.setenv("TMDB_OFFLINE", "")
    monkeypatch.setenv("TMDB_CACHE", "http://example.org")
    with pytest.raises(InvalidArgumentError, match="TMDB_CACHE"):
        client(fake, None)


async def test_offline_needs_a_cache() -> None:
    fake = Fake()
    with pytest.raises(InvalidArgumentError, match="offline needs a cache"):
        client(fake, None, offline="only")
    async with client(fake) as tmdb:
        with pytest.raises(InvalidArgumentError, match="offline needs a cache"):
            tmdb.with_options(cache=None, offline="prefer")


async def test_call_without_the_cache_neither_reads_nor_stores() -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    async with client(fake) as tmdb:
        uncached = tmdb.with_options(cache=None)
        for each in (uncached, tmdb, tmdb, uncached):
            await each.movies.details(550)
        with pytest.raises(InvalidArgumentError, match="cache must be None"):
            tmdb.with_options(cache=Cache())  # type: ignore[arg-type]
    assert len(fake.requests) == 3


async def test_hooks_and_the_log_report_hits(caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch) -> None:
    caplog.set_level(logging.DEBUG, "tmdb_facade")
    ticks = iter((100.0, 200.0, 200.01))
    monkeypatch.setattr("tmdb_facade._async.senders.caching.perf_counter", lambda: next(ticks))
    fake = Fake(json_response(MOVIE, headers={**HOUR, "x-task-id": "t1"}))
    sent: list[object] = []
    events: list[ResponseEvent] = []
    async with client(fake, on_request=sent.append, on_response=events.append) as tmdb:
        await tmdb.movies.details(550)
        await tmdb.movies.details(550)
    assert len(sent) == 1
    assert [(event.status, event.from_cache, event.request_id, event.error) for event in events] == [
        (200, False, "t1", None),
        (200, True, "t1", None),
    ]
    assert events[0].request == events[1].request == sent[0]
    assert events[1].seconds == pytest.approx(0.01)
    assert caplog.messages[-1].startswith("movies_details GET https://api.themoviedb.org/3/movie/550: 200 after 0.0")
    assert caplog.messages[-1].endswith(" s, from the cache")
    assert len(caplog.messages) == 3


async def test_304_of_a_users_header_is_an_error_that_says_why() -> None:
    fake = Fake(httpx.Response(304, headers={"etag": '"a"', "x-task-id": "t1"}))
    http_client = httpx.AsyncClient(transport=fake.transport, headers={"if-none-match": '"a"'})
    async with http_client, AsyncTMDB(TOKEN, http_client=http_client) as tmdb:
        with pytest.raises(APIStatusError, match="your transport or HTTP client has sent If-None-Match") as caught:
            await tmdb.movies.details(550)
    assert (caught.value.http_status, caught.value.request_id) == (304, "t1")
    assert len(fake.requests) == 1


async def test_clients_share_a_cache_object_but_not_those_of_users() -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    cache = Cache()
    for _ in range(2):
        for token in (KEY, TOKEN, f"{TOKEN}x"):
            async with client(fake, cache, token=token) as tmdb:
                await tmdb.movies.details(550)
    assert len(fake.requests) == 3
    assert cache.info().entries == 3
    cache.clear()
    async with client(fake, cache) as tmdb:
        await tmdb.movies.details(550)
    assert len(fake.requests) == 4


async def test_file_is_used_by_the_next_client(tmp_path: Path) -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    for _ in range(2):
        async with client(fake, tmp_path / "cache") as tmdb:
            await tmdb.movies.details(550)
        assert list(contents(tmp_path)) == ["cache"]  # closed with the client
    assert len(fake.requests) == 1


async def test_requests_of_users_never_meet_the_cache_and_files_contain_no_secret(tmp_path: Path) -> None:
    """Neither in the file nor in those that SQLite keeps beside it."""
    path = tmp_path / "cache"
    secrets = {SESSION, GUEST, "5ec2e75ec2e7"}
    for token in (KEY, TOKEN):
        fake = Fake(
            lambda request: json_response(
                {"id": 1, "seen": str(request.url), "account_states": {"id": 1}}
                if "550" not in request.url.path
                else MOVIE,
                headers={**HOUR, "set-cookie": "cookie-5ec2e75ec2e7"},
            )
        )
        cache = Cache(path)
        async with client(fake, cache, token=token, session_id=SESSION, guest_session_id=GUEST) as tmdb:
            for _ in range(2):
                await tmdb.account.details()
                await tmdb.movies.account_states(551)
                await tmdb.call(api.guest.rated_movies, GUEST)
                if token == TOKEN:  # an API key is rejected before sending
                    await tmdb.call(api.v4_account.lists, "4bc8892a017a3c0z92000001")
                await tmdb.call(api.v4_lists.details, 1)
                await tmdb.call(api.auth.create_request_token)
                await tmdb.movies.details(551, append=["account_states"])
            assert len(fake.requests) == (14 if token == TOKEN else 12)
            assert cache.info().entries == (token == TOKEN)  # of the other credential
            await tmdb.movies.details(550)
            files = list(contents(tmp_path).values())
            assert len(files) == 3
        cache.close()
        files += contents(tmp_path).values()
        for secret in {token, token[10:], *secrets}:
            assert not any(secret.encode() in file for file in files)
        assert any(b"Fight Club" in file for file in files)
        assert not any(b"/3/movie" in file for file in files)


@pytest.mark.parametrize("place", ["body", "header"])
async def test_answer_that_repeats_the_credential_is_not_stored(tmp_path: Path, place: str) -> None:
    echo = {"overview": f"Bearer {TOKEN}"} if place == "body" else {}
    link = {"link": f"<https://t/3/movie/550?api_key={TOKEN}>"} if place == "header" else {}
    fake = Fake(json_response({**MOVIE, **echo}, headers={**HOUR, **link}))
    async with client(fake, tmp_path / "cache") as tmdb:
        for _ in range(2):
            await tmdb.movies.details(550)
        assert not any(TOKEN.encode() in file for file in contents(tmp_path).values())
    assert len(fake.requests) == 2


async def test_embedded_server_confirms_stored_answers() -> None:
    with TMDBServer() as server:
        cache = Cache()
        async with AsyncTMDB(server.access_token, base_url=server.base_url, cache=cache) as tmdb:
            movies = [movie.title async for movie in tmdb.movies.popular().limit(60)]
            count = len(server.requests)
            assert [movie.title async for movie in tmdb.movies.popular().limit(60)] == movies
            assert len(server.requests) == count
        assert cache.info().entries >= 3


@pytest.mark.redis
async def test_redis_stores_answers_for_several_clients(redis_server: RedisServer) -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    cache = Cache(redis_server.url)
    for _ in range(2):
        async with client(fake, redis_server.url) as tmdb:
            assert (await tmdb.movies.details(550)).title == "Fight Club"
    assert len(fake.requests) == 1
    assert cache.info().entries == 1
    assert cache.info().bytes > len(json.dumps(MOVIE))
    cache.clear()
    assert cache.info().entries == 0


@pytest.mark.redis
async def test_redis_away_costs_a_warning_and_the_cache(redis_server: RedisServer) -> None:
    fake = Fake(json_response(MOVIE, headers=HOUR))
    redis_server.stop()
    async with client(fake, redis_server.url) as tmdb:
        with pytest.warns(RuntimeWarning, match="the cache Redis on 127.0.0.1"):
            await tmdb.movies.details(550)
        for _ in range(2):  # without another warning
            await tmdb.movies.details(550)
    assert len(fake.requests) == 3


async def test_answer_without_an_appended_block_is_not_stored() -> None:
    """It would hide the block until it expires; the request for the block does not use the cache either."""
    fake = fake_sequence(
        json_response(MOVIE, headers=HOUR),
        json_response({**MOVIE, "credits": {"id": 550, "cast": [{"id": 819, "name": "Edward Norton"}]}}, headers=HOUR),
    )
    async with client(fake) as tmdb:
        movie = await tmdb.movies.details(550, append=["credits"])
        assert movie.credits.cast[0].name == "Edward Norton"
        assert len(fake.requests) == 2


@pytest.mark.parametrize("word", ["none", " None "])
def test_cache_of_the_environment_can_be_none(word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_CACHE", word)
    monkeypatch.setenv("TMDB_OFFLINE", "only")
    with pytest.raises(InvalidArgumentError, match=r"^TMDB_OFFLINE needs a cache"):
        AsyncTMDB(TOKEN)


def test_cache_in_memory_is_a_word_in_any_case(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_CACHE", " Memory ")
    AsyncTMDB(TOKEN, offline="only")
    assert Cache("MEMORY").location == "memory"


@pytest.mark.parametrize("location", ["a\0b", "redis://127.0.0.1/x"])
def test_cache_location_that_cannot_be_used_raises(location: str) -> None:
    with pytest.raises(InvalidArgumentError, match=r"^cache must be "):
        AsyncTMDB(TOKEN, cache=location)
