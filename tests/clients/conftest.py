"""An embedded server for other client libraries, which are redirected to it without a change of their code."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from requests.adapters import HTTPAdapter

from tmdb_facade.testing import TMDBServer, User

TMDB = "https://api.themoviedb.org"


class ToServer(HTTPAdapter):
    """Sends requests for TMDB to an embedded server."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request to the same path of the embedded server."""
        url = urlsplit(request.url or "")
        request.url = f"{self._base_url}{url.path}?{url.query}"
        return super().send(request, *args, **kwargs)


def load(name: str) -> Any:
    """Import a client library; hardly any of them has correct types."""
    return import_module(name)


@pytest.fixture(scope="session")
def running() -> Iterator[TMDBServer]:
    """Start one server for all clients."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """Return the server in its initial state."""
    running.reset()
    return running


@pytest.fixture
def user(server: TMDBServer) -> User:
    """Return a logged-in user."""
    return server.login("ada")


@pytest.fixture
def session(server: TMDBServer) -> Iterator[requests.Session]:
    """Return a session of requests that sends TMDB's requests to the embedded server."""
    with requests.Session() as session:
        session.trust_env = False
        session.mount(TMDB, ToServer(server.base_url))
        yield session
