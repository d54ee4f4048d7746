"""`TMDBServer.intercept`: programs with a fixed host, of any library, reach the embedded server."""

from __future__ import annotations

import asyncio
import http.client
import json
import socket
import ssl
import threading
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from typing import Any

import aiohttp
import certifi
import httpx
import pytest
import requests
import urllib3
import uvloop

from tmdb_facade import TMDB, AsyncTMDB
from tmdb_facade.testing import CertificateAuthority, InterceptionError, TMDBServer

KEY = "api_key=some-key"
PATH = f"/3/movie/550?{KEY}"
URL = f"https://api.themoviedb.org{PATH}"
TOKEN = "e30.e30.c2ln"
TIMEOUT = 30


@pytest.fixture(scope="module")
def running() -> Iterator[TMDBServer]:
    """Start one server for all tests."""
    with TMDBServer(any_key=True) as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> Iterator[TMDBServer]:
    """Return a server that intercepts connections."""
    running.reset()
    with running.intercept():
        yield running


def strict_context() -> ssl.SSLContext:
    """Return a context that trusts no authority but those of the web."""
    return ssl.create_default_context(cafile=certifi.where())


def by_http_client(url: str) -> Any:
    scheme, _, rest = url.partition("://")
    host, _, path = rest.partition("/")
    if scheme == "https":
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(host, context=strict_context())
    else:
        connection = http.client.HTTPConnection(host)
    connection.request("GET", f"/{path}")
    try:
        return json.loads(connection.getresponse().read())
    finally:
        connection.close()


def by_urllib(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=TIMEOUT) as answer:
        return json.load(answer)


def by_urllib3(url: str) -> Any:
    with urllib3.PoolManager(ca_certs=certifi.where()) as pool:
        return pool.request("GET", url, timeout=TIMEOUT, retries=False).json()


def by_a_socket(url: str) -> Any:
    """Send a request over a socket that connects after it was wrapped, without a name for the certificate."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    with socket.create_connection(("api.themoviedb.org", 443)) as plain, context.wrap_socket(plain) as connection:
        connection.sendall(f"GET {PATH} HTTP/1.0\r\nhost: api.themoviedb.org\r\n\r\n".encode())
        with connection.makefile("rb") as answer:
            return json.loads(answer.read().partition(b"\r\n\r\n")[2])


def by_a_late_connection(url: str) -> Any:
    context = strict_context()
    with context.wrap_socket(socket.socket(), server_hostname="api.themoviedb.org") as connection:
        connection.connect(("api.themoviedb.org", 443))
        connection.sendall(f"GET {PATH} HTTP/1.0\r\nhost: api.themoviedb.org\r\n\r\n".encode())
        with connection.makefile("rb") as answer:
            return json.loads(answer.read().partition(b"\r\n\r\n")[2])


SYNC: dict[str, Callable[[str], Any]] = {
    "requests": lambda url: requests.get(url, timeout=TIMEOUT).json(),
    "requests with a bundle": lambda url: requests.get(url, timeout=TIMEOUT, verify=certifi.where()).json(),
    "httpx": lambda url: httpx.get(url, timeout=TIMEOUT).json(),
    "httpx with a context": lambda url: httpx.get(url, timeout=TIMEOUT, verify=strict_context()).json(),
    "urllib": by_urllib,
    "urllib3": by_urllib3,
    "http.client": by_http_client,
}
SOCKETS = {"socket": by_a_socket, "late connection": by_a_late_connection}


async def by_httpx(url: str) -> Any:
    async with httpx.AsyncClient(timeout=TIMEOUT) as client:
        return (await client.get(url)).json()


async def by_aiohttp(url: str, **options: Any) -> Any:
    async with aiohttp.ClientSession(**options) as session, session.get(url) as answer:
        return await answer.json()


async def by_aiohttp_with_a_context(url: str) -> Any:
    connector = aiohttp.TCPConnector(ssl=strict_context())
    return await by_aiohttp(url, connector=connector)


async def by_streams(url: str) -> Any:
    reader, writer = await asyncio.open_connection("api.themoviedb.org", 443, ssl=True)
    writer.write(f"GET {PATH} HTTP/1.0\r\nhost: api.themoviedb.org\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    await writer.wait_closed()
    return json.loads(answer.partition(b"\r\n\r\n")[2])


ASYNC: dict[str, Callable[[str], Awaitable[Any]]] = {
    "httpx": by_httpx,
    "aiohttp": by_aiohttp,
    "aiohttp with a context": by_aiohttp_with_a_context,
    "streams": by_streams,
}
LOOPS = {"asyncio": asyncio.new_event_loop, "uvloop": uvloop.new_event_loop}


@pytest.mark.parametrize("scheme", ["https", "http"])
@pytest.mark.parametrize("library", SYNC)
def test_libraries_reach_the_server(server: TMDBServer, library: str, scheme: str) -> None:
    assert SYNC[library](f"{scheme}://api.themoviedb.org{PATH}")["title"] == "Fight Club"
    assert len(server.requests) == 1


@pytest.mark.parametrize("way", SOCKETS)
def test_sockets_reach_the_server(server: TMDBServer, way: str) -> None:
    assert SOCKETS[way](URL)["title"] == "Fight Club"


@pytest.mark.parametrize("loop", LOOPS)
@pytest.mark.parametrize("library", ASYNC)
def test_async_libraries_reach_the_server(server: TMDBServer, library: str, loop: str) -> None:
    async def main() -> Any:
        return await ASYNC[library](URL)

    with asyncio.Runner(loop_factory=LOOPS[loop]) as runner:
        assert runner.run(main())["title"] == "Fight Club"
    assert len(server.requests) == 1


@pytest.mark.usefixtures("server")
async def test_clients_of_this_package_reach_the_server() -> None:
    with TMDB(TOKEN) as tmdb:
        assert tmdb.movies.details(550).title == "Fight Club"
    for engine in ("httpx", "aiohttp"):
        async with AsyncTMDB(TOKEN, engine=engine) as tmdb:
            assert (await tmdb.movies.details(550)).title == "Fight Club"


class OwnResolver(aiohttp.AsyncResolver):
    """The resolver that aiohttp uses with aiodns, which is not installed."""

    def __init__(self) -> None:
        pass

    async def close(self) -> None:
        """Do nothing."""


@pytest.mark.usefixtures("server")
async def test_resolver_of_aiodns_finds_the_server() -> None:
    connector = aiohttp.TCPConnector(resolver=OwnResolver())
    assert (await by_aiohttp(URL, connector=connector))["title"] == "Fight Club"


def test_each_host_of_tmdb_has_its_own_content(server: TMDBServer) -> None:
    """The links lead to hosts that are intercepted too."""
    answer = requests.get(f"https://API.tmdb.org./3/authentication/token/new?{KEY}", timeout=TIMEOUT)
    page = requests.get(answer.headers["authentication-callback"], timeout=TIMEOUT)
    assert page.url.startswith("https://www.themoviedb.org/authenticate/")
    assert "Log in" in page.text
    assert (
        requests.get("https://image.tmdb.org/t/p/w500/any.jpg", timeout=TIMEOUT).headers["content-type"] == "image/jpeg"
    )


def test_faults_act_on_intercepted_connections(server: TMDBServer) -> None:
    with server.faults.connection_reset(), pytest.raises(requests.ConnectionError):
        requests.get(URL, timeout=TIMEOUT)
    with server.faults.half_body(), pytest.raises(requests.exceptions.ChunkedEncodingError):
        requests.get(URL, timeout=TIMEOUT)


def test_threads_are_intercepted(server: TMDBServer) -> None:
    with ThreadPoolExecutor(8) as pool:
        titles = [answer["title"] for answer in pool.map(SYNC["requests"], [URL] * 16)]
    assert titles == ["Fight Club"] * 16


def test_inner_interception_wins() -> None:
    """After it, also reused connections lead to the outer server again."""
    with TMDBServer(any_key=True) as outer, TMDBServer(any_key=True) as inner, requests.Session() as session:
        with outer.intercept():
            session.get(URL, timeout=TIMEOUT)
            with inner.intercept(), requests.Session() as another:
                another.get(URL, timeout=TIMEOUT)
                with outer.intercept(), requests.Session() as third:
                    third.get(URL, timeout=TIMEOUT)
            session.get(URL, timeout=TIMEOUT)
        assert (len(outer.requests), len(inner.requests)) == (3, 1)


def test_end_of_an_inner_interception_keeps_connections_to_the_same_server(running: TMDBServer) -> None:
    """Another thread may be using them: it would lose an answer."""
    with running.intercept():
        connection = http.client.HTTPSConnection("api.themoviedb.org", timeout=TIMEOUT)
        for _ in range(2):
            connection.request("GET", "/3/movie/550?api_key=any")
            assert json.load(connection.getresponse())["title"] == "Fight Club"
            with running.intercept():
                pass
        connection.close()


def test_interceptions_may_end_in_any_order() -> None:
    with TMDBServer(any_key=True) as first, TMDBServer(any_key=True) as second:
        before = replaceable()
        with ExitStack() as stack:
            ending_first = first.intercept()
            ending_first.__enter__()
            stack.enter_context(second.intercept())
            ending_first.__exit__(None, None, None)
            requests.get(URL, timeout=TIMEOUT)
        assert (len(first.requests), len(second.requests)) == (0, 1)
        assert replaceable() == before


def replaceable() -> list[object]:
    """Return the attributes that an interception replaces."""
    owners = [socket, socket.socket, ssl.SSLContext, uvloop.Loop, aiohttp.AsyncResolver]
    names = ["getaddrinfo", "gethostbyname", "gethostbyname_ex", "connect", "connect_ex", "create_connection"]
    names += ["wrap_socket", "wrap_bio", "resolve"]
    return [vars(owner).get(name) for owner in owners for name in names]


def test_everything_is_restored_after_an_error(running: TMDBServer) -> None:
    before = replaceable()
    with pytest.raises(ZeroDivisionError), running.intercept():  # noqa: PT012
        assert replaceable() != before
        _ = 1 / 0
    assert replaceable() == before


def test_reused_connections_do_not_outlive_the_interception(
    running: TMDBServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    resolve = socket.getaddrinfo

    def offline(host: str, *arguments: Any, **options: Any) -> Any:
        if host == "api.themoviedb.org":
            raise socket.gaierror(socket.EAI_NONAME, "offline")
        return resolve(host, *arguments, **options)

    monkeypatch.setattr(socket, "getaddrinfo", offline)
    with requests.Session() as session, httpx.Client() as client:
        with running.intercept():
            session.get(URL, timeout=TIMEOUT)
            client.get(URL, timeout=TIMEOUT)
        with pytest.raises(requests.ConnectionError, match="resolve"):
            session.get(URL, timeout=TIMEOUT)
        with pytest.raises(httpx.ConnectError, match="offline"):
            client.get(URL, timeout=TIMEOUT)


def test_other_hosts_are_untouched(server: TMDBServer) -> None:
    """Also their certificates are verified as usual."""
    authority = CertificateAuthority()
    with TMDBServer(https=authority, any_key=True) as other:
        url = f"{other.base_url}{PATH}"
        assert httpx.get(url, verify=authority.client_context()).status_code == 200
        with pytest.raises(httpx.ConnectError, match="certificate"):
            httpx.get(url, verify=strict_context())
        assert len(other.requests) == 1
    assert socket.gethostbyname("127.0.0.1") == "127.0.0.1"
    assert not server.requests


@pytest.mark.usefixtures("server")
def test_hosts_resolve_as_usual() -> None:
    """They have an IPv4 address, and no port but those of HTTP."""
    assert socket.getaddrinfo("api.tmdb.org", "https", type=socket.SOCK_STREAM)[0][4][1] == 443
    assert socket.gethostbyname("api.tmdb.org") == socket.gethostbyname_ex("api.tmdb.org")[2][0]
    for options in ({"family": socket.AF_INET6}, {"flags": socket.AI_NUMERICHOST}):
        with pytest.raises(socket.gaierror):
            socket.getaddrinfo("api.tmdb.org", 443, **options)
    with pytest.raises(ConnectionRefusedError, match="8443"):
        socket.create_connection(("api.tmdb.org", 8443))


@pytest.mark.parametrize("name", ["no_proxy", "NO_PROXY"])
async def test_proxies_of_the_environment_are_bypassed(
    running: TMDBServer, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    for scheme in ("HTTP", "HTTPS"):
        monkeypatch.setenv(f"{scheme}_PROXY", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.setenv(name, "example.com")
    with running.intercept():
        for library in SYNC.values():
            assert library(URL)["title"] == "Fight Club"
        assert (await by_httpx(URL))["title"] == "Fight Club"
        assert (await by_aiohttp(URL, trust_env=True))["title"] == "Fight Club"
        assert urllib.request.proxy_bypass("example.com")
        assert not urllib.request.proxy_bypass("example.org")
    assert not urllib.request.proxy_bypass("api.themoviedb.org")


def test_proxy_of_the_system_is_an_error(running: TMDBServer, monkeypatch: pytest.MonkeyPatch) -> None:
    def none() -> dict[str, str]:
        return {}

    def of_the_system() -> dict[str, str]:
        return {"https": "http://127.0.0.1:9"}

    def is_excluded(host: str) -> bool:
        return False

    module = "tmdb_facade.testing.interception.proxies"
    monkeypatch.setattr(f"{module}.getproxies_environment", none)
    monkeypatch.setattr(f"{module}.getproxies", of_the_system)
    monkeypatch.setattr(f"{module}.proxy_bypass", is_excluded)
    before = replaceable()
    with pytest.raises(InterceptionError, match="proxy"), running.intercept():
        pass
    assert replaceable() == before


@pytest.mark.usefixtures("server")
def test_connection_through_another_machine_is_an_error() -> None:
    """A proxy of the program itself would lead to TMDB."""

    def tunnel() -> None:
        connection, _ = listener.accept()
        with connection:
            connection.recv(4096)
            connection.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            connection.recv(1)

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=tunnel)
        thread.start()
        proxy = f"http://127.0.0.1:{listener.getsockname()[1]}"
        with pytest.raises(InterceptionError, match=r"api\.themoviedb\.org .* proxy"):
            requests.get(URL, proxies={"https": proxy}, timeout=TIMEOUT)
        thread.join(TIMEOUT)


def test_intercept_needs_a_running_server() -> None:
    with pytest.raises(RuntimeError, match="not running"), TMDBServer().intercept():
        pass
