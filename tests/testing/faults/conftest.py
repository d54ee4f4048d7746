"""A server for faults, over a socket and in process, with a plain HTTP client and an SDK client."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer


@pytest.fixture(scope="module", params=["socket", "in process"])
def running(request: pytest.FixtureRequest) -> Iterator[TMDBServer]:
    """Start a server over a socket, or create one for use in process."""
    server = TMDBServer()
    if request.param == "socket":
        server.start()
    yield server
    server.stop()


@pytest.fixture
def server(running: TMDBServer) -> TMDBServer:
    """Return the server in its initial state."""
    running.reset()
    return running


@pytest.fixture
def kwargs(server: TMDBServer) -> dict[str, Any]:
    """Return the client options that connect to the server."""
    try:
        return {"base_url": server.base_url}
    except RuntimeError:
        return {"base_url": "http://embedded", "transport": server.transport}


@pytest.fixture
def api(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[httpx.Client]:
    """Return a plain client that sends the access token."""
    with httpx.Client(timeout=30, headers={"authorization": f"Bearer {server.access_token}"}, **kwargs) as client:
        yield client


@pytest.fixture
def tmdb(server: TMDBServer, kwargs: dict[str, Any]) -> Iterator[TMDB]:
    """Return an SDK client."""
    with TMDB(server.access_token, **kwargs) as client:
        yield client
