"""A server for clients that know TMDB's address only, and a way to it: their own code stays as it is."""

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
    """Sends what is meant for TMDB to an embedded server."""

    def __init__(self, base_url: str) -> None:
        super().__init__()
        self._base_url = base_url

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Send a request to the same path of the server."""
        asked = urlsplit(request.url or "")
        request.url = f"{self._base_url}{asked.path}?{asked.query}"
        return super().send(request, *args, **kwargs)


def load(name: str) -> Any:
    """Import a client; hardly any of them has types that hold."""
    return import_module(name)


@pytest.fixture(scope="session")
def running() -> Iterator[TMDBServer]:
    """One server for all clients."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """The server, which remembers nothing of another test."""
    running.reset()
    return running


@pytest.fixture
def user(server: TMDBServer) -> User:
    """A user who is logged in."""
    return server.login("ada")


@pytest.fixture
def session(server: TMDBServer) -> Iterator[requests.Session]:
    """A session of requests on which TMDB is the embedded server."""
    with requests.Session() as made:
        made.trust_env = False
        made.mount(TMDB, ToServer(server.base_url))
        yield made
