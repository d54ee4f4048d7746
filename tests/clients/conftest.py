"""An embedded server for other client libraries, whose connections to TMDB it intercepts."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from typing import Any

import pytest
import requests

from tmdb_facade.testing import TMDBServer, User


def load(name: str) -> Any:
    """Import a client library; hardly any of them has correct types."""
    return import_module(name)


@pytest.fixture(scope="session")
def running() -> Iterator[TMDBServer]:
    """Start one server for all clients."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> Iterator[TMDBServer]:
    """Return the server in its initial state. It answers the requests to TMDB."""
    running.reset()
    with running.intercept():
        yield running


@pytest.fixture
def user(server: TMDBServer) -> User:
    """Return a logged-in user."""
    return server.login("ada")


@pytest.fixture
def session(server: TMDBServer) -> Iterator[requests.Session]:
    """Return a session of requests, which is closed after the test."""
    with requests.Session() as session:
        yield session
