"""A server with a new state for each test, and clients that validate every answer against the prepared document."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

import httpx
import pytest

from tests.testing.document import check_answer
from tmdb_facade.testing import TMDBServer, User

Connect: TypeAlias = Callable[..., httpx.Client]


@pytest.fixture(scope="session")
def running() -> Iterator[TMDBServer]:
    """Start one server for all tests of the state."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """Return the server in its initial state."""
    running.reset()
    return running


@pytest.fixture
def connect(server: TMDBServer) -> Iterator[Connect]:
    """Return a function that creates clients: `connect(token, **query)`; by default with the application's token."""
    clients: list[httpx.Client] = []

    def make(token: str | None = None, **query: str) -> httpx.Client:
        headers = {"authorization": f"Bearer {token or server.access_token}"}
        hooks = {"response": [check_answer]}
        clients.append(
            httpx.Client(timeout=30, base_url=server.base_url, headers=headers, params=query, event_hooks=hooks)
        )
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def app(connect: Connect) -> httpx.Client:
    """Return a client with the application's access token."""
    return connect()


@pytest.fixture
def key_client(connect: Connect, server: TMDBServer) -> httpx.Client:
    """Return a client with the API key, which is nobody's."""
    return connect("not accepted", api_key=server.api_key)


@pytest.fixture
def user(server: TMDBServer) -> User:
    """Return a logged-in user."""
    return server.login("ada")


@pytest.fixture
def v3_client(connect: Connect, user: User) -> httpx.Client:
    """Return a client with the user's v3 session."""
    return connect(session_id=user.session_id)


@pytest.fixture
def v4_client(connect: Connect, user: User) -> httpx.Client:
    """Return a client with the user's v4 access token."""
    return connect(user.access_token)
