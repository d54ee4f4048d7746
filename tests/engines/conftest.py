"""Fixtures: an open engine of each kind."""

from __future__ import annotations

import functools
from collections.abc import Iterator

import httpx
import pytest

from tests.engines.driver import Driver
from tests.engines.table import ENGINES, Engine


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test with the engines that it applies to."""
    if "entry" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("engines_with")
        traits = () if marker is None else marker.args
        entries = [entry for entry in ENGINES if all(getattr(entry, trait) for trait in traits)]
        metafunc.parametrize("entry", entries, ids=[entry.id for entry in entries])


@pytest.fixture(autouse=True)
def observer(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the methods of httpx's transports for entries that ask for it; return the URLs that they send to."""
    urls: list[str] = []
    entry = request.node.callspec.params.get("entry") if hasattr(request.node, "callspec") else None
    if entry is None or not entry.is_observed:
        return urls
    send, send_async = httpx.HTTPTransport.handle_request, httpx.AsyncHTTPTransport.handle_async_request

    @functools.wraps(send)
    def observe(self: httpx.HTTPTransport, request: httpx.Request) -> httpx.Response:
        urls.append(str(request.url))
        return send(self, request)

    @functools.wraps(send_async)
    async def observe_async(self: httpx.AsyncHTTPTransport, request: httpx.Request) -> httpx.Response:
        urls.append(str(request.url))
        return await send_async(self, request)

    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", observe)
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", observe_async)
    return urls


@pytest.fixture
def engine(entry: Engine) -> Iterator[Driver]:
    """Yield an open engine."""
    with Driver(entry) as driver:
        yield driver
