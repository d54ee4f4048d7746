# Made from tests/facade/_async/test_routing.py by `make sync`: edit that file, never this one.
"""Proxies of the environment, which are chosen for each host."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from functools import partial

import pytest

from tests.chaos.raw_server import RawServer, answer
from tests.facade.support import KEY
from tmdb_facade import TMDB, APIConnectionError, InvalidArgumentError
from tmdb_facade._core.client.hosts import TMDB_HOSTS, Hosts
from tmdb_facade._runtime.engine_threads import ENGINES

MOVIE = [answer(json.dumps({"id": 550, "title": "Fight Club"}).encode())]
ONE, TWO = "http://one.invalid", "http://two.invalid"
#: The URL of a proxy that does not run.
DEAD = "http://user:hunter2@127.0.0.1:9"

MakeClient = Callable[..., TMDB]


@pytest.fixture(params=ENGINES)
def make_client(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> MakeClient:
    """Return a function that creates a client with each engine, in an environment without proxies."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)
    return partial(TMDB, api_key=KEY, engine=request.param, max_retries=0, on_drift="ignore")


def tmdb_hosts(base_url: str) -> Hosts:
    """Return TMDB's hosts for any API server."""
    return TMDB_HOSTS


def are_closed(server: RawServer) -> bool:
    """Return whether all connections are closed, within a few seconds."""
    end = time.monotonic() + 5
    while server.open_connections and time.monotonic() < end:
        time.sleep(0.01)
    return not server.open_connections


def test_fallback_without_a_proxy_is_reached_directly(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", DEAD)
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    with RawServer(MOVIE) as server:
        with make_client(base_url=ONE, fallback_base_url=server.base_url) as tmdb:
            for _ in range(2):
                assert (tmdb.movies.details(550)).id == 550
        assert [request.split()[1][:6] for request in server.requests] == [b"/3/mov"] * 2
        # Both routes are closed with the client; pyreqwest closes connections in a thread of its own.
        assert are_closed(server)


def test_fallback_with_a_proxy_is_reached_through_it(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(MOVIE) as server:
        monkeypatch.setenv("http_proxy", server.base_url)
        monkeypatch.setenv("no_proxy", "one.invalid")
        with make_client(base_url=ONE, fallback_base_url=TWO) as tmdb:
            assert (tmdb.movies.details(550)).id == 550
        assert [request.split()[1][:24] for request in server.requests] == [b"http://two.invalid/3/mov"]


@pytest.mark.parametrize("direct", [ONE, TWO])
def test_error_names_the_proxy_of_the_host_that_has_one(
    make_client: MakeClient, monkeypatch: pytest.MonkeyPatch, direct: str
) -> None:
    monkeypatch.setenv("http_proxy", DEAD)
    monkeypatch.setenv("no_proxy", direct.removeprefix("http://"))
    with make_client(base_url=ONE, fallback_base_url=TWO) as tmdb:
        with pytest.raises(APIConnectionError, match=ONE) as caught:
            tmdb.movies.details(550)
    proxied = "The request went through the proxy http://***@127.0.0.1:9, of proxy= or the environment."
    other = f"{TWO} cannot be reached either."
    assert caught.value.__notes__ == ([other, proxied] if direct == ONE else [proxied, other])


def test_image_server_has_its_own_proxy(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    with RawServer(MOVIE) as api, RawServer([answer(b"", status="403 Forbidden")]) as proxy:
        monkeypatch.setenv("https_proxy", proxy.base_url)
        monkeypatch.setenv("no_proxy", "127.0.0.1")
        # As if the API were not on this machine.
        monkeypatch.setitem(TMDB.__init__.__globals__, "hosts_for", tmdb_hosts)
        with make_client(base_url=api.base_url) as tmdb:
            assert (tmdb.movies.details(550)).id == 550
            with pytest.raises(APIConnectionError):
                tmdb.images.read("/a.jpg", "poster")
        assert [request.split()[:2] for request in proxy.requests] == [[b"CONNECT", b"image.tmdb.org:443"]]


def test_proxy_argument_is_for_all_hosts(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with RawServer([answer(b"", status="407 Proxy Authentication Required")]) as proxy:
        with make_client(base_url=ONE, proxy=proxy.base_url) as tmdb:
            for call in (partial(tmdb.movies.details, 550), partial(tmdb.images.read, "/a.jpg", "poster")):
                with pytest.raises(Exception, match=r"407|proxy"):
                    call()
        assert [request.split()[0] for request in proxy.requests] == [b"GET", b"CONNECT"]


def test_malformed_proxy_of_the_environment_raises(make_client: MakeClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "ftp://user:hunter2@127.0.0.1")
    with make_client(base_url=ONE) as tmdb:
        with pytest.raises(InvalidArgumentError, match=r"^HTTP_PROXY must be a URL") as caught:
            tmdb.movies.details(550)
    assert "hunter2" not in str(caught.value)
