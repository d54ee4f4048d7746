"""The layers between a call and the network."""

from __future__ import annotations

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, say
from tmdb_bindings import api
from tmdb_facade import APIConnectionError, AsyncTMDB
from tmdb_facade._async.senders.authorizing import AsyncAuthLayer
from tmdb_facade._async.senders.chain import build_stack
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.settings import Settings

FILM = {"id": 550, "title": "Fight Club"}


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
async def test_the_credential_is_added_to_a_copy(credential: Credential) -> None:
    """A cache or a log above the auth layer keeps a request without it."""
    fake = Fake(say(FILM))
    layer = AsyncAuthLayer(fake.transport, credential)
    extensions = {"tmdb_operation": api.movies.details.operation, "d": "e"}
    request = httpx.Request("POST", "https://api.themoviedb.org/3/x?a=b", json={"c": 1}, extensions=extensions)
    await layer.handle_async_request(request)
    assert str(request.url) == "https://api.themoviedb.org/3/x?a=b"
    assert "authorization" not in request.headers
    sent = fake.last
    assert credential.secret in f"{sent.url} {sent.headers.get('authorization')}"
    assert (sent.method, sent.content, sent.extensions) == ("POST", b'{"c":1}', extensions)
    assert sent.headers["host"] == "api.themoviedb.org"


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
async def test_what_is_no_operation_gets_no_credential(credential: Credential) -> None:
    """Images come from another server, which has no business with it."""
    fake = Fake()
    layer = AsyncAuthLayer(fake.transport, credential)
    await layer.handle_async_request(httpx.Request("GET", "https://image.tmdb.org/t/p/w500/a.jpg"))
    assert credential.secret not in f"{fake.last.url} {fake.last.headers}"


async def test_a_key_of_any_form_stays_one_parameter() -> None:
    """Should TMDB give out other keys one day, none of them can add parameters."""
    fake = Fake(say(FILM))
    async with AsyncTMDB(api_key="a&b=c#d", transport=fake.transport, on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
    assert fake.query == {"api_key": "a&b=c#d"}


async def test_a_clients_own_transport_is_closed_with_it() -> None:
    """As httpx does with a transport that it is given."""
    closed: list[str] = []

    class Closing(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
            return say(FILM)

        async def aclose(self) -> None:
            closed.append("transport")

    async with AsyncTMDB(TOKEN, transport=Closing(), on_drift="ignore") as tmdb:
        await tmdb.movies.details(550)
        assert closed == []
    assert closed == ["transport"]


async def test_a_lent_client_sends_with_its_own_settings_and_stays_open() -> None:
    """Its headers, cookies, parameters and hooks count; it is the user who closes it."""
    fake = Fake(say(FILM))
    hooked: list[str] = []

    async def hook(request: httpx.Request) -> None:
        hooked.append(request.method)

    own = httpx.AsyncClient(
        transport=fake.transport,
        headers={"x-team": "films", "user-agent": "films/1.0"},
        cookies={"gate": "open"},
        params={"gateway": "eu"},
        timeout=7,
        event_hooks={"request": [hook]},
    )
    async with AsyncTMDB(TOKEN, http_client=own, on_drift="ignore") as tmdb:
        film = await tmdb.movies.details(550, language="de")
    assert film.title == "Fight Club"
    sent = fake.last
    assert sent.headers["authorization"] == f"Bearer {TOKEN}"
    assert (sent.headers["x-team"], sent.headers["user-agent"], sent.headers["cookie"]) == (
        "films",
        "films/1.0",
        "gate=open",
    )
    assert dict(sent.url.params) == {"language": "de", "gateway": "eu"}
    assert sent.extensions["timeout"]["read"] == 7
    assert hooked == ["GET"]
    assert not own.is_closed
    await own.aclose()


async def test_what_a_lent_client_does_not_say_is_ours() -> None:
    """The library's own defaults are nobody's wish."""
    fake = Fake(say(FILM))
    async with (
        httpx.AsyncClient(transport=fake.transport) as own,
        AsyncTMDB(TOKEN, http_client=own, timeout=3, on_drift="ignore") as tmdb,
    ):
        await tmdb.movies.details(550)
    assert fake.last.headers["user-agent"].startswith("tmdb-facade/")
    assert fake.last.headers["accept"] == "application/json"
    assert fake.last.extensions["timeout"]["read"] == 3


async def test_a_lent_client_sends_bodies_and_reports_failures() -> None:
    """A body arrives as it was made, and what the client raises is a connection error."""
    fake = Fake(say({"success": True, "status_code": 1}))
    request = httpx.Request("POST", "https://tmdb.test/3/x", json={"value": 8.5})
    async with httpx.AsyncClient(transport=fake.transport) as own:
        settings = Settings(Credential("bearer", TOKEN), "https://tmdb.test")
        response = await build_stack(settings, None, own).handle_async_request(request)
        assert await response.aread() == b'{"success": true, "status_code": 1}'
    assert fake.last.content == b'{"value":8.5}'
    async with (
        httpx.AsyncClient(transport=Fake(httpx.ConnectError("down")).transport) as own,
        AsyncTMDB(api_key=KEY, http_client=own) as tmdb,
    ):
        with pytest.raises(APIConnectionError, match="down") as caught:
            await tmdb.movies.details(550)
    cause = caught.value.__cause__
    assert isinstance(cause, httpx.ConnectError)
    assert KEY not in str(cause.request.url)


async def test_only_one_of_transport_and_client_and_only_a_fitting_client() -> None:
    """What cannot work is refused when the client is made."""
    fake = Fake()
    async with httpx.AsyncClient(transport=fake.transport) as own:
        with pytest.raises(ValueError, match="not both"):
            AsyncTMDB(TOKEN, transport=fake.transport, http_client=own)
    with pytest.raises(TypeError, match="http_client"):
        AsyncTMDB(TOKEN, http_client=object())  # type: ignore[arg-type]  # wrong on purpose


async def test_proxies_of_the_environment_are_used_for_our_own_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with every other program: `HTTPS_PROXY`, unless `NO_PROXY` names the server."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # nobody listens there
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.delenv("no_proxy", raising=False)
    async with AsyncTMDB(TOKEN, base_url="http://tmdb.invalid") as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            await tmdb.movies.details(550)
    # The proxy was asked: the server's name would not have been found.
    assert "refused" in str(caught.value) or "attempts failed" in str(caught.value)
