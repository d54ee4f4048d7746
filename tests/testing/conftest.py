"""A running embedded TMDB and a plain HTTP client for it: these tests do not use the SDK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import httpx
import pytest

from scripts.evidence.embedded_probes import questions
from tmdb_facade.testing import TMDBServer

Responses = Callable[[str], list[httpx.Response]]


@pytest.fixture(scope="session")
def server() -> Iterator[TMDBServer]:
    """Return a server for all tests that change nothing."""
    with TMDBServer() as running:
        yield running


@pytest.fixture(scope="session")
def api(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client with the application's access token."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(base_url=server.base_url, headers=headers, timeout=30) as client:
        yield client


@pytest.fixture(scope="session")
def responses(api: httpx.Client) -> Responses:
    """Return a function that requests a reading operation in many ways, once for all tests."""

    @cache
    def request_all(path: str) -> list[httpx.Response]:
        return [api.get(url, params=query) for url, query in questions(path)]

    return request_all


@pytest.fixture
def stranger(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client without credentials."""
    with httpx.Client(base_url=server.base_url, timeout=30) as client:
        yield client
