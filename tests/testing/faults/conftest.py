"""A server that misbehaves, over a socket and in process alike; a plain HTTP client and the SDK on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer


@pytest.fixture(scope="module", params=["socket", "in process"])
def running(request: pytest.FixtureRequest) -> Iterator[TMDBServer]:
    """A server that listens, or one that does not."""
    server = TMDBServer()
    if request.param == "socket":
        server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """The server, as it begins."""
    running.reset()
    return running


@pytest.fixture
def kwargs(server: TMDBServer) -> dict[str, Any]:
    """What points a client at the server."""
    try:
        return {"base_url": server.base_url}
    except RuntimeError:
        return {"base_url": "http://embedded", "transport": server.transport}


@pytest.fixture
def api(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[httpx.Client]:
    """A plain client that shows the access token."""
    with httpx.Client(headers={"authorization": f"Bearer {server.access_token}"}, **kwargs) as client:
        yield client


@pytest.fixture
def tmdb(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[TMDB]:
    """The SDK."""
    with TMDB(server.access_token, **kwargs) as client:
        yield client
