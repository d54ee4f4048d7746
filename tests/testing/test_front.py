"""Health checks, hosts and proxies in front of the embedded TMDB."""

from __future__ import annotations

import re

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from tmdb_facade.testing import TMDBServer, create_app

KEY = {"api_key": "some-key"}


@pytest.fixture
def server() -> TMDBServer:
    """Return a server that is used in process."""
    return TMDBServer(any_key=True)


def send(
    server: TMDBServer,
    method: str,
    url: str,
    params: dict[str, str] | None = None,
    headers: dict[str, str] | None = None,
) -> httpx.Response:
    with httpx.Client(transport=server.transport) as client:
        return client.request(method, url, params=params, headers=headers)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_health_needs_no_key_and_is_no_request(server: TMDBServer, method: str) -> None:
    """Faults do not affect it: an engine would restart the container."""
    server.faults.status(503)
    answer = send(server, method, "http://localhost/healthz")
    assert answer.status_code == 200
    assert answer.text == ('{"status":"ok"}' if method == "GET" else "")
    assert not server.requests


def test_health_cannot_be_changed(server: TMDBServer) -> None:
    assert send(server, "POST", "http://localhost/healthz").status_code == 405


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("https://api.themoviedb.org/3/movie/550?api_key=k", 200),
        ("https://API.TMDB.ORG:443/3/movie/550?api_key=k", 200),
        ("https://api.themoviedb.org/t/p/w500/any.jpg", 401),
        ("https://api.themoviedb.org/authenticate/allow", 401),
        ("https://api.tmdb.org/authenticate/allow?api_key=k", 404),
        ("https://image.tmdb.org/t/p/w500/any.jpg", 200),
        ("https://image.tmdb.org/3/movie/550?api_key=k", 404),
        ("https://www.themoviedb.org/authenticate/allow", 200),
        ("https://www.themoviedb.org/t/p/w500/any.jpg", 200),
        ("https://media.themoviedb.org/t/p/w500/any.jpg", 200),
        ("https://www.themoviedb.org/3/movie/550?api_key=k", 404),
        ("http://localhost/3/movie/550?api_key=k", 200),
        ("http://localhost/t/p/w500/any.jpg", 200),
        ("http://localhost/authenticate/allow", 200),
    ],
)
def test_hosts_of_tmdb_have_their_own_content(server: TMDBServer, url: str, status: int) -> None:
    """Any other host has all of it."""
    assert send(server, "GET", url).status_code == status


@pytest.mark.parametrize(
    ("host", "headers", "origin"),
    [
        ("http://localhost:8550", {}, "http://localhost:8550"),
        ("http://localhost", {"x-forwarded-proto": "https"}, "https://localhost"),
        ("http://10.0.0.1:80", {"x-forwarded-proto": "HTTPS, http", "x-forwarded-host": "a.test, b"}, "https://a.test"),
        ("http://localhost", {"x-forwarded-proto": "gopher", "x-forwarded-host": ""}, "http://localhost"),
        ("http://localhost", {"x-forwarded-host": "api.tmdb.org"}, "https://www.themoviedb.org"),
        ("https://api.themoviedb.org", {}, "https://www.themoviedb.org"),
    ],
)
def test_links_have_the_address_that_the_client_used(
    server: TMDBServer, host: str, headers: dict[str, str], origin: str
) -> None:
    """A proxy names it. To TMDB's hosts the page is on TMDB's website, which leads to the server too."""
    answer = send(server, "GET", f"{host}/3/authentication/token/new", params=KEY, headers=headers)
    assert answer.headers["authentication-callback"].startswith(f"{origin}/authenticate/")


def test_cookies_behind_a_proxy_with_tls_are_secure(server: TMDBServer) -> None:
    token = send(server, "GET", "http://localhost/3/authentication/token/new", params=KEY).json()["request_token"]
    page = f"http://localhost/authenticate/{token}"
    assert "Secure" not in send(server, "GET", page).headers["set-cookie"]
    assert "Secure" in send(server, "GET", page, headers={"x-forwarded-proto": "https"}).headers["set-cookie"]


@pytest.mark.parametrize("key", ["x", "0" * 32])
def test_any_key_accepts_all_keys_and_tokens(server: TMDBServer, key: str) -> None:
    assert send(server, "GET", "http://localhost/3/movie/550", params={"api_key": key}).status_code == 200
    headers = {"authorization": f"Bearer {key}"}
    assert send(server, "GET", "http://localhost/4/list/1", headers=headers).status_code != 401


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer "}, {"authorization": "Basic eA=="}])
@pytest.mark.parametrize("query", [{}, {"api_key": ""}, {"api_key": " "}])
def test_any_key_rejects_empty_keys(server: TMDBServer, query: dict[str, str], headers: dict[str, str]) -> None:
    answer = send(server, "GET", "http://localhost/3/movie/550", params=query, headers=headers)
    assert (answer.status_code, answer.json()["status_code"]) == (401, 7)


def test_any_key_knows_the_users_of_tokens(server: TMDBServer) -> None:
    user = server.login("ada")
    headers = {"authorization": f"Bearer {user.access_token}"}
    send(server, "GET", f"http://localhost/4/account/{user.account_object_id}/lists", headers=headers)
    assert server.requests[0].user == "ada"


def test_any_key_rejects_tokens_that_users_have_revoked(server: TMDBServer) -> None:
    """A program that goes on after a logout must not find itself an application with read access."""
    headers = {"authorization": f"Bearer {server.login().access_token}"}
    assert send(server, "GET", "http://localhost/3/movie/550", headers=headers).status_code == 200
    body = {"access_token": headers["authorization"].removeprefix("Bearer ")}
    with httpx.Client(transport=server.transport, headers=headers) as client:
        client.request("DELETE", "http://localhost/4/auth/access_token", json=body)
    answer = send(server, "GET", "http://localhost/3/movie/550", headers=headers)
    assert (answer.status_code, answer.json()["status_code"]) == (401, 7)


def form_token(page: str) -> str:
    """Return the hidden input of a page's forms."""
    found: list[str] = re.findall(r'name="form_token" value="([^"]*)"', page)
    return found[0]


async def test_create_app_runs_in_any_server() -> None:
    """It is a factory without required arguments."""
    transport = httpx.ASGITransport(create_app(any_key=True))
    async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
        assert (await client.get("/3/movie/550", params=KEY)).json()["title"] == "Fight Club"
        assert (await client.get("/healthz")).status_code == 200


@pytest.mark.parametrize("mount", ["/tmdb", "/auth"])
async def test_create_app_can_be_mounted_in_another_application(mount: str) -> None:
    """All its links lead back to it."""
    transport = httpx.ASGITransport(Starlette(routes=[Mount(mount, create_app(any_key=True))]))
    async with httpx.AsyncClient(transport=transport, base_url=f"http://localhost{mount}", params=KEY) as client:
        assert (await client.get("/3/movie/550")).json()["title"] == "Fight Club"
        for path in ("/healthz", "/t/p/w92/a.jpg", "/__tmdb__/", "/authenticate/allow"):
            assert (await client.get(path)).status_code == 200
        images = (await client.get("/3/configuration")).json()["images"]
        assert images["base_url"] == f"http://localhost{mount}/t/p/"
        assert (await client.get("/__tmdb__")).headers["location"] == "__tmdb__/"
        assert (await client.get("/__tmdb__/credentials")).json()["base_url"] == f"http://localhost{mount}"
        created = await client.get("/3/authentication/token/new")
        page = created.headers["authentication-callback"]
        assert page == f"http://localhost{mount}/authenticate/{created.json()['request_token']}"
        shown = await client.get(page)
        assert f"Path={mount}/authenticate" in shown.headers["set-cookie"]
        form = {"form_token": form_token(shown.text), "do": "deny"}
        assert (await client.post(page, data=form)).headers["location"] == f"{mount}/authenticate/deny"
        other = (await client.get("/3/authentication/token/new")).headers["authentication-callback"]
        form = {"form_token": form_token((await client.get(other)).text), "do": "log in"}
        logged_in = await client.post(other, data={**form, "username": "demo", "password": "demo"})
        assert logged_in.headers["location"].startswith(other.removeprefix("http://localhost"))
