"""A running embedded server, and plain HTTP clients: these tests do not use the SDK."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

import httpx
import pytest

from scripts.evidence.embedded_probes import questions
from tmdb_facade.testing import TMDBServer

Asked = Callable[[str], list[httpx.Response]]


@pytest.fixture(scope="session")
def server() -> Iterator[TMDBServer]:
    """Start one server for all tests, which do not change its state."""
    with TMDBServer() as running:
        yield running


@pytest.fixture(scope="session")
def api(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client that sends the access token."""
    headers = {"authorization": f"Bearer {server.access_token}"}
    with httpx.Client(timeout=30, base_url=server.base_url, headers=headers) as client:
        yield client


@pytest.fixture(scope="session")
def asked(api: httpx.Client) -> Asked:
    """What is answered to all questions for a reading operation, asked once for all tests."""

    @cache
    def answers(path: str) -> list[httpx.Response]:
        return [api.get(url, params=query) for url, query in questions(path)]

    return answers


@pytest.fixture
def anonymous(server: TMDBServer) -> Iterator[httpx.Client]:
    """Return a client without credentials."""
    with httpx.Client(timeout=30, base_url=server.base_url) as client:
        yield client
