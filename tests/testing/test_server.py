"""Servers: they start, stop, stand side by side, and let in who shows their credentials."""

from __future__ import annotations

import base64
import json
import re
import socket
import subprocess
import sys

import httpx
import pytest

from tmdb_facade.testing import Catalogue, TMDBServer, builtin, make_credentials


def test_a_server_listens_while_its_context_lasts() -> None:
    """The port is closed again when the context ends, and a stopped server can be started again."""
    server = TMDBServer()
    for _ in range(2):
        with server:
            url = server.base_url
            answer = httpx.get(f"{url}/3/configuration", params={"api_key": server.api_key})
            assert answer.status_code == 200
        with pytest.raises(httpx.ConnectError):
            httpx.get(f"{url}/3/configuration")


def test_servers_stand_side_by_side_with_catalogues_of_their_own() -> None:
    """Two servers have two ports, and what one knows the other need not."""
    empty = Catalogue(configuration=builtin().configuration)
    with TMDBServer() as full, TMDBServer(empty) as bare:
        assert full.base_url != bare.base_url
        totals = [
            httpx.get(f"{server.base_url}/3/movie/popular", params={"api_key": server.api_key}).json()["total_results"]
            for server in (full, bare)
        ]
    assert totals[0] >= 30
    assert totals[1] == 0


def test_a_server_takes_the_port_it_is_given_and_says_when_it_is_taken() -> None:
    """A wanted port is used; one that another holds is an error and not another port."""
    with socket.create_server(("127.0.0.1", 0)) as holder:
        port = holder.getsockname()[1]
        with pytest.raises(OSError, match="in use"):
            TMDBServer(port=port).start()
    with TMDBServer(port=port) as server:
        assert server.base_url == f"http://127.0.0.1:{port}"


def test_misuse_of_a_server_is_said() -> None:
    """The base URL is known only while it runs, it starts once, and stopping twice is fine."""
    server = TMDBServer()
    with pytest.raises(RuntimeError, match="not running"):
        _ = server.base_url
    with server:
        with pytest.raises(RuntimeError, match="already"):
            server.start()
        server.stop()
        server.stop()


def test_credentials_have_the_form_of_tmdbs() -> None:
    """The key is 32 hex digits; the token is a JWT whose claims name the key; another seed gives others."""
    made = make_credentials()
    assert re.fullmatch(r"[0-9a-f]{32}", made.api_key)
    header, claims, signature = made.access_token.split(".")
    assert header.startswith("eyJ")
    assert json.loads(base64.urlsafe_b64decode(claims + "=="))["aud"] == made.api_key
    assert signature
    assert make_credentials() == made
    assert not set(make_credentials("another")) & set(made)


def test_no_credential_is_shown() -> None:
    """A server may be given somebody's own, and the output of a failed test shows what it deals with."""
    server = TMDBServer(credentials=make_credentials("somebody's own"))
    user = server.login("ada")
    with server.state.lock:
        shown = repr([make_credentials("somebody's own"), user, server.state.data])
    assert "ada" in shown
    secrets = [server.access_token, server.api_key, server.session_id, user.session_id, user.access_token]
    assert not [secret for secret in secrets if secret in shown]
    assert "password" not in shown


@pytest.mark.parametrize("path", ["/3/movie/550", "/3/nothing/here", "/", "/3/movie/x%2F..%2F550"])
def test_without_credentials_every_path_is_401(stranger: httpx.Client, path: str) -> None:
    """Whether a path exists is not told to strangers."""
    answer = stranger.get(path)
    assert answer.status_code == 401
    assert answer.json()["status_code"] == 7
    assert answer.json()["success"] is False


def test_a_key_is_as_good_as_a_token_and_a_wrong_one_is_none(server: TMDBServer, stranger: httpx.Client) -> None:
    """The token goes into the header and the key into the query; a wrong one of either kind is refused."""
    path = "/3/configuration"
    assert stranger.get(path, params={"api_key": server.api_key}).status_code == 200
    assert stranger.get(path, headers={"authorization": f"bearer {server.access_token}"}).status_code == 200
    assert stranger.get(path, params={"api_key": "0" * 32}).status_code == 401
    assert stranger.get(path, headers={"authorization": f"Bearer {server.api_key}"}).status_code == 401
    assert stranger.get(path, headers={"authorization": f"Basic {server.access_token}"}).status_code == 401


def test_importing_the_sdk_does_not_import_the_server() -> None:
    """Users of the client do not need Starlette and uvicorn."""
    program = (
        "import sys, tmdb_facade; tmdb_facade.TMDB; print([m for m in sys.modules if 'testing' in m or 'uvicorn' in m])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_server_does_not_import_an_http_client() -> None:
    """It would take half as long again to start."""
    program = "import sys; from tmdb_facade.testing import TMDBServer; TMDBServer(); print('httpx' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_without_its_extra_the_package_says_what_to_install() -> None:
    """The error names the extra, not just a module that a user has never heard of."""
    program = (
        "import sys; sys.modules['uvicorn'] = None\n"
        "try:\n    from tmdb_facade.testing import TMDBServer\n"
        "except ImportError as error:\n    print(error)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "install tmdb-facade with its 'testing' extra" in done.stdout
