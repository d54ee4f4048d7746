"""A running embedded server, and plain HTTP clients: these tests do not use the SDK."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest

from tests.once import Once
from tests.testing.calls import Answered, answers_of
from tmdb_facade.testing import TMDBServer

Responses = Callable[[str], list[Answered]]


@pytest.fixture(scope="session")
def server() -> Iterator[TMDBServer]:
    """Start one server for all tests, which do not change its state."""
    with TMDBServer() as running:
        yield running


@pytest.fixture(scope="session")
def api(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client that sends the access token."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url=server.base_url, headers=headers, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def direct_api(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return the same client without sockets, for tests that send thousands of requests."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url=server.base_url, headers=headers, transport=server.transport) as client:
        yield client


@pytest.fixture(scope="session")
def responses(server: TMDBServer, once: Once) -> Responses:
    """Return a function that requests a reading operation in many ways, once for all tests of all workers."""
    return lambda path: once(f"responses{path.replace('/', ' ')}", lambda: answers_of(server, path))


@pytest.fixture
def anonymous(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client without credentials."""
    with httpx.Client(base_url=server.base_url, timeout=30) as client:
        yield client
