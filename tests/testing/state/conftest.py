"""A server whose state is new for each test, and clients whose every answer is held against the prepared document."""

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
    """One server for all tests of the state."""
    with TMDBServer() as server:
        yield server


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """The server, which remembers nothing of another test."""
    running.reset()
    return running


@pytest.fixture
def connect(server: TMDBServer) -> Iterator[Connect]:
    """Make clients: `connect(token, **query)`; the application's own token when none is given."""
    clients: list[httpx.Client] = []

    def make(token: str | None = None, **query: str) -> httpx.Client:
        headers = {"authorization": f"Bearer {token or server.access_token}"}
        hooks = {"response": [check_answer]}
        clients.append(httpx.Client(base_url=server.base_url, headers=headers, params=query, event_hooks=hooks))
        return clients[-1]

    yield make
    for client in clients:
        client.close()


@pytest.fixture
def app(connect: Connect) -> httpx.Client:
    """A client of the application, in nobody's name."""
    return connect()


@pytest.fixture
def user(server: TMDBServer) -> User:
    """A user who is logged in."""
    return server.login("ada")


@pytest.fixture
def mine(connect: Connect, user: User) -> httpx.Client:
    """A client with the user's v3 session."""
    return connect(session_id=user.session_id)


@pytest.fixture
def mine4(connect: Connect, user: User) -> httpx.Client:
    """A client with the user's v4 access token."""
    return connect(user.access_token)
