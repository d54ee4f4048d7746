"""A running embedded server, and plain HTTP clients: these tests do not use the SDK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import httpx
import pytest

from scripts.evidence.embedded_probes import probes
from tmdb_facade.testing import TMDBServer

Responses = Callable[[str], list[httpx.Response]]


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
def responses(server: TMDBServer) -> Responses:
    """Return a function that requests a reading operation in many ways, once for all tests, and without sockets.

    It sends thousands of requests, so it does without a client, which takes longer than the server.
    """
    headers = {"authorization": f"Bearer {server.access_token}"}

    def send(request: httpx.Request) -> httpx.Response:
        response = server.transport.handle_request(request)
        response.read()
        response.request = request
        return response

    @cache
    def request_all(path: str) -> list[httpx.Response]:
        return [
            send(httpx.Request("GET", f"{server.base_url}{url}", params=query, headers=headers))
            for url, query in probes(path)
        ]

    return request_all


@pytest.fixture
def anonymous(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client without credentials."""
    with httpx.Client(base_url=server.base_url, timeout=30) as client:
        yield client
