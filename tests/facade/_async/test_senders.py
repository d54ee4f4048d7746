"""Senders: credentials, transports, clients and proxies between a call and the network."""

from __future__ import annotations

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, json_response
from tmdb_bindings import api
from tmdb_facade import APIConnectionError, AsyncTMDB
from tmdb_facade._async.senders.authorizing import AsyncAuthorizing
from tmdb_facade._async.senders.chain import build_chain
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.settings import Settings

MOVIE = {"id": 550, "title": "Fight Club"}


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
async def test_authorizing_adds_the_credential_to_a_copy(credential: Credential) -> None:
    """A cache or a log above it sees a request without it."""
    fake = Fake(json_response(MOVIE))
    sender = AsyncAuthorizing(fake.transport, credential)
    extensions = {"tmdb_operation": api.movies.details.operation, "d": "e"}
    request = httpx.Request("POST", "https://api.themoviedb.org/3/x?a=b", json={"c": 1}, extensions=extensions)
    await sender.handle_async_request(request)
    assert str(request.url) == "https://api.themoviedb.org/3/x?a=b"
    assert "authorization" not in request.headers
    sent = fake.last
    assert credential.secret in f"{sent.url} {sent.headers.get('authorization')}"
    assert (sent.method, sent.content, sent.extensions) == ("POST", b'{"c":1}', extensions)
    assert sent.headers["host"] == "api.themoviedb.org"


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
async def test_authorizing_adds_no_credential_to_other_requests(credential: Credential) -> None:
    """Images come from another server."""
    fake = Fake()
    sender = AsyncAuthorizing(fake.transport, credential)
    await sender.handle_async_request(httpx.Request("GET", "https://image.tmdb.org/t/p/w500/a.jpg"))
    assert credential.secret not in f"{fake.last.url} {fake.last.headers}"


async def test_api_key_with_special_characters_stays_one_parameter() -> None:
    fake = Fake(json_response(MOVIE))
    async with AsyncTMDB(api_key="a&b=c#d", transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
    assert fake.query == {"api_key": "a&b=c#d"}


async def test_transport_is_closed_with_the_client() -> None:
    closed: list[str] = []

    class Closing(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return json_response(MOVIE)

        async def aclose(self) -> None:
            closed.append("transport")

    async with AsyncTMDB(TOKEN, transport=Closing(), on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
        assert closed == []
    assert closed == ["transport"]


async def test_http_client_sends_with_its_own_settings_and_stays_open() -> None:
    fake = Fake(json_response(MOVIE))
    hooked: list[str] = []

    async def hook(request: httpx.Request) -> None:
        hooked.append(request.method)

    http_client = httpx.AsyncClient(
        transport=fake.transport,
        headers={"x-team": "movies", "user-agent": "movies/1.0"},
        cookies={"gate": "open"},
        params={"gateway": "eu"},
        timeout=7,
        event_hooks={"request": [hook]},
    )
    async with AsyncTMDB(TOKEN, http_client=http_client, on_drift="ignore") as tmdb:
        movie = await tmdb.movies.details(550, language="de")
    assert movie.title == "Fight Club"
    sent = fake.last
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert (sent.headers["x-team"], sent.headers["user-agent"], sent.headers["cookie"]) == (
        "movies",
        "movies/1.0",
        "gate=open",
    )
    assert dict(sent.url.params) == {"language": "de", "gateway": "eu"}
    assert sent.extensions["timeout"]["read"] == 7
    assert hooked == ["GET"]
    assert not http_client.is_closed
    await http_client.aclose()


async def test_defaults_of_an_http_client_are_replaced_by_ours() -> None:
    fake = Fake(json_response(MOVIE))
    async with (
        httpx.AsyncClient(transport=fake.transport) as http_client,
        AsyncTMDB(TOKEN, http_client=http_client, timeout=3, on_drift="ignore") as tmdb,
    ):
        await tmdb.movies.details(550)
    assert fake.last.headers["user-agent"].startswith("tmdb-facade/")
    assert fake.last.headers["accept"] == "application/json"
    assert fake.last.extensions["timeout"]["read"] == 3


async def test_http_client_with_its_own_accept_header_keeps_it() -> None:
    fake = Fake(json_response(MOVIE))
    async with (
        httpx.AsyncClient(transport=fake.transport, headers={"accept": "application/vnd.team+json"}) as http_client,
        AsyncTMDB(TOKEN, http_client=http_client, on_drift="ignore") as tmdb,
    ):
        await tmdb.movies.details(550)
    assert fake.last.headers.get_list("accept") == ["application/vnd.team+json"]


async def test_http_client_sends_bodies_and_its_errors_are_converted() -> None:
    fake = Fake(json_response({"success": True, "status_code": 1}))
    request = httpx.Request("POST", "https://tmdb.test/3/x", json={"value": 8.5})
    async with httpx.AsyncClient(transport=fake.transport) as http_client:
        settings = Settings(Credential("bearer", TOKEN), "https://tmdb.test")
        response = await build_chain(settings, None, http_client).handle_async_request(request)
        assert await response.aread() == b'{"success": true, "status_code": 1}'
    assert fake.last.content == b'{"value":8.5}'
    async with (
        httpx.AsyncClient(transport=Fake(httpx.ConnectError("down")).transport) as http_client,
        AsyncTMDB(api_key=KEY, http_client=http_client) as tmdb,
    ):
        with pytest.raises(APIConnectionError, match="down") as caught:
            await tmdb.movies.details(550)
    cause = caught.value.__cause__
    assert isinstance(cause, httpx.ConnectError)
    assert KEY not in str(cause.request.url)


async def test_transport_with_http_client_or_a_wrong_http_client_raises() -> None:
    fake = Fake()
    async with httpx.AsyncClient(transport=fake.transport) as http_client:
        with pytest.raises(ValueError, match="pass only one of"):
            AsyncTMDB(TOKEN, transport=fake.transport, http_client=http_client)
    with pytest.raises(ValueError, match="http_client must be"):
        AsyncTMDB(TOKEN, http_client=object())  # type: ignore[arg-type]  # wrong on purpose


async def test_http_proxy_variable_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # a port without a server
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.delenv("no_proxy", raising=False)
    async with AsyncTMDB(TOKEN, base_url="http://tmdb.invalid") as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            await tmdb.movies.details(550)
    # The proxy refused the connection: without it, the error would be that the host is unknown.
    assert "refused" in str(caught.value) or "attempts failed" in str(caught.value)
