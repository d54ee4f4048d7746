# Made from tests/facade/_async/test_transport.py by `make sync`: edit that file, never this one.
"""The layers between a call and the network."""

from __future__ import annotations

import httpx
import pytest

from tests.facade.support import KEY, TOKEN, Fake, say
from tmdb_bindings import api
from tmdb_facade import TMDB, APIConnectionError
from tmdb_facade._core.client.credentials import Credential
from tmdb_facade._core.client.settings import Settings
from tmdb_facade._sync.senders.authorizing import AuthLayer
from tmdb_facade._sync.senders.chain import build_stack

FILM = {"id": 550, "title": "Fight Club"}


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
def test_the_credential_is_added_to_a_copy(credential: Credential) -> None:
    """A cache or a log above the auth layer keeps a request without it."""
    fake = Fake(say(FILM))
    layer = AuthLayer(fake.transport, credential)
    extensions = {"tmdb_operation": api.movies.details.operation, "d": "e"}
    request = httpx.Request("POST", "https://api.themoviedb.org/3/x?a=b", json={"c": 1}, extensions=extensions)
    layer.handle_request(request)
    assert str(request.url) == "https://api.themoviedb.org/3/x?a=b"
    assert "authorization" not in request.headers
    sent = fake.last
    assert credential.secret in f"{sent.url} {sent.headers.get('authorization')}"
    assert (sent.method, sent.content, sent.extensions) == ("POST", b'{"c":1}', extensions)
    assert sent.headers["host"] == "api.themoviedb.org"


@pytest.mark.parametrize("credential", [Credential("bearer", TOKEN), Credential("api_key", KEY)])
def test_what_is_no_operation_gets_no_credential(credential: Credential) -> None:
    """Images come from another server, which has no business with it."""
    fake = Fake()
    layer = AuthLayer(fake.transport, credential)
    layer.handle_request(httpx.Request("GET", "https://image.tmdb.org/t/p/w500/a.jpg"))
    assert credential.secret not in f"{fake.last.url} {fake.last.headers}"


def test_a_key_of_any_form_stays_one_parameter() -> None:
    """Should TMDB give out other keys one day, none of them can add parameters."""
    fake = Fake(say(FILM))
    with TMDB(api_key="a&b=c#d", transport=fake.transport, on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
    assert fake.query == {"api_key": "a&b=c#d"}


def test_a_clients_own_transport_is_closed_with_it() -> None:
    """As httpx does with a transport that it is given."""
    closed: list[str] = []

    class Closing(httpx.BaseTransport):
        def handle_request(self, request: httpx.Request) -> httpx.Response:
            return say(FILM)

        def close(self) -> None:
            closed.append("transport")

    with TMDB(TOKEN, transport=Closing(), on_drift="ignore") as tmdb:
        tmdb.movies.details(550)
        assert closed == []
    assert closed == ["transport"]


def test_a_lent_client_sends_with_its_own_settings_and_stays_open() -> None:
    """Its headers, cookies, parameters and hooks count; it is the user who closes it."""
    fake = Fake(say(FILM))
    hooked: list[str] = []

    def hook(request: httpx.Request) -> None:
        hooked.append(request.method)

    own = httpx.Client(
        transport=fake.transport,
        headers={"x-team": "films", "user-agent": "films/1.0"},
        cookies={"gate": "open"},
        params={"gateway": "eu"},
        timeout=7,
        event_hooks={"request": [hook]},
    )
    with TMDB(TOKEN, http_client=own, on_drift="ignore") as tmdb:
        film = tmdb.movies.details(550, language="de")
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
    own.close()


def test_what_a_lent_client_does_not_say_is_ours() -> None:
    """The library's own defaults are nobody's wish."""
    fake = Fake(say(FILM))
    with (
        httpx.Client(transport=fake.transport) as own,
        TMDB(TOKEN, http_client=own, timeout=3, on_drift="ignore") as tmdb,
    ):
        tmdb.movies.details(550)
    assert fake.last.headers["user-agent"].startswith("tmdb-facade/")
    assert fake.last.headers["accept"] == "application/json"
    assert fake.last.extensions["timeout"]["read"] == 3


def test_a_lent_client_sends_bodies_and_reports_failures() -> None:
    """A body arrives as it was made, and what the client raises is a connection error."""
    fake = Fake(say({"success": True, "status_code": 1}))
    request = httpx.Request("POST", "https://tmdb.test/3/x", json={"value": 8.5})
    with httpx.Client(transport=fake.transport) as own:
        settings = Settings(Credential("bearer", TOKEN), "https://tmdb.test")
        response = build_stack(settings, None, own).handle_request(request)
        assert response.read() == b'{"success": true, "status_code": 1}'
    assert fake.last.content == b'{"value":8.5}'
    with (
        httpx.Client(transport=Fake(httpx.ConnectError("down")).transport) as own,
        TMDB(api_key=KEY, http_client=own) as tmdb,
    ):
        with pytest.raises(APIConnectionError, match="down") as caught:
            tmdb.movies.details(550)
    cause = caught.value.__cause__
    assert isinstance(cause, httpx.ConnectError)
    assert KEY not in str(cause.request.url)


def test_only_one_of_transport_and_client_and_only_a_fitting_client() -> None:
    """What cannot work is refused when the client is made."""
    fake = Fake()
    with httpx.Client(transport=fake.transport) as own:
        with pytest.raises(ValueError, match="not both"):
            TMDB(TOKEN, transport=fake.transport, http_client=own)
    with pytest.raises(TypeError, match="http_client"):
        TMDB(TOKEN, http_client=object())  # type: ignore[arg-type]  # wrong on purpose


def test_proxies_of_the_environment_are_used_for_our_own_transport(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with every other program: `HTTPS_PROXY`, unless `NO_PROXY` names the server."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")  # nobody listens there
    monkeypatch.setenv("NO_PROXY", "")
    monkeypatch.delenv("no_proxy", raising=False)
    with TMDB(TOKEN, base_url="http://tmdb.invalid") as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            tmdb.movies.details(550)
    # The proxy was asked: the server's name would not have been found.
    assert "refused" in str(caught.value) or "attempts failed" in str(caught.value)
