"""Starting and stopping servers, and their credentials."""

from __future__ import annotations

import asyncio
import base64
import gc
import json
import re
import socket
import subprocess
import sys

import httpx
import pytest
from starlette.responses import PlainTextResponse

from tmdb_facade.testing import Catalogue, TMDBServer, builtin, make_credentials
from tmdb_facade.testing.server.listening import listen
from tmdb_facade.testing.server.server_thread import ServerThread


def test_server_listens_within_its_context() -> None:
    """A stopped server can be started again."""
    server = TMDBServer()
    for _ in range(2):
        with server:
            url = server.base_url
            answer = httpx.get(f"{url}/3/configuration", params={"api_key": server.api_key}, timeout=30)
            assert answer.status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{url}/3/configuration")


def test_servers_run_side_by_side() -> None:
    no_movies = Catalogue(configuration=builtin().configuration)
    with TMDBServer() as full, TMDBServer(no_movies) as empty:
        assert full.base_url != empty.base_url
        totals = [
            httpx.get(f"{server.base_url}/3/movie/popular", params={"api_key": server.api_key}, timeout=30).json()[
                "total_results"
            ]
            for server in (full, empty)
        ]
    assert totals == [sum(not movie.adult for movie in builtin().movies.values()), 0]


def test_server_uses_the_given_port_or_raises() -> None:
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            TMDBServer(port=port).start()
    with TMDBServer(port=port) as server:
        assert server.base_url == f"http://127.0.0.1:{port}"


def test_server_rejects_base_url_before_start_and_a_second_start() -> None:
    """Stopping twice is allowed."""
    server = TMDBServer()
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.base_url
    with server:
        with pytest.raises(RuntimeError, match="already"):
            server.start()
        server.stop()
        server.stop()


async def test_stopping_server_closes_the_connections_that_it_is_accepting() -> None:
    (listener,) = listen("127.0.0.1", 0)
    server = ServerThread(PlainTextResponse(), [listener])
    server.config.load()
    server.lifespan = server.config.lifespan_class(server.config)
    await server.startup([])
    clients = [socket.create_connection(("127.0.0.1", server.port)) for _ in range(5)]
    for _ in range(2):
        await asyncio.sleep(0)
    await server.shutdown([])
    for client in clients:
        client.settimeout(10)
        assert await asyncio.to_thread(client.recv, 1) == b""
        client.close()
    gc.collect()  # an open transport is a warning, which fails the test


def test_make_credentials_has_tmdbs_formats() -> None:
    """Another seed results in other credentials."""
    made = make_credentials()
    assert re.fullmatch(r"[0-9a-f]{32}", made.api_key)
    header, claims, signature = made.access_token.split(".")
    assert header.startswith("eyJ")
    assert json.loads(base64.urlsafe_b64decode(claims + "=="))["aud"] == made.api_key
    assert signature
    assert make_credentials() == made
    assert not set(make_credentials("another")) & set(made)


def test_repr_shows_no_credentials() -> None:
    server = TMDBServer(credentials=make_credentials("somebody's own"))
    user = server.login("ada")
    with server.state.lock:
        shown = repr([make_credentials("somebody's own"), user, server.state.data])
    assert "ada" in shown
    secrets = [server.access_token, server.api_key, server.session_id, user.session_id, user.access_token]
    assert not [secret for secret in secrets if secret in shown]
    assert "password" not in shown


@pytest.mark.parametrize("path", ["/3/movie/550", "/3/nothing/here", "/", "/3/movie/x%2F..%2F550"])
def test_every_path_without_credentials_is_401(anonymous: httpx.Client, path: str) -> None:
    answer = anonymous.get(path)
    assert answer.status_code == 401
    assert answer.json()["status_code"] == 7
    assert answer.json()["success"] is False


def test_server_accepts_api_key_or_access_token(server: TMDBServer, anonymous: httpx.Client) -> None:
    path = "/3/configuration"
    assert anonymous.get(path, params={"api_key": server.api_key}, timeout=30).status_code == 200
    assert anonymous.get(path, headers={"authorization": f"bearer {server.access_token}"}).status_code == 200
    assert anonymous.get(path, params={"api_key": "0" * 32}).status_code == 401
    assert anonymous.get(path, headers={"authorization": f"Bearer {server.api_key}"}).status_code == 401
    assert anonymous.get(path, headers={"authorization": f"Basic {server.access_token}"}).status_code == 401


def test_importing_the_sdk_does_not_import_the_server() -> None:
    program = (
        "import sys, tmdb_facade; tmdb_facade.TMDB; print([m for m in sys.modules if 'testing' in m or 'uvicorn' in m])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_server_does_not_import_httpx() -> None:
    program = "import sys; from tmdb_facade.testing import TMDBServer; TMDBServer(); print('httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
