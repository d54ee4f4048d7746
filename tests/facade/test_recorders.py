"""The default engine sends without httpx, unless something observes httpx's transports."""

from __future__ import annotations

import functools
import subprocess
import sys
from collections.abc import Callable
from typing import Any
from unittest.mock import Mock

import httpcore
import httpx
import pytest

from tests.chaos.raw_server import RawServer, answer
from tests.facade.support import KEY
from tmdb_facade import TMDB, APITimeoutError
from tmdb_facade._runtime.recorders import observes_async_transport, observes_transport

_CALL = """
import sys
from tmdb_facade import TMDB
with TMDB("0" * 32, base_url={url!r}) as tmdb:
    print(tmdb.call(__import__("tmdb_bindings.api").api.movies.keywords, 550).id)
print("httpx" in sys.modules, "asyncio" in sys.modules)
"""


def wrapped(function: Callable[..., Any]) -> Callable[..., Any]:
    """Return a function that imitates another one, as recorders do."""

    @functools.wraps(function)
    def imitation(*args: Any) -> Any:
        return function(*args)

    return imitation


class Descriptor:
    """An object that can be called, as tracers install them."""

    def __call__(self, *args: Any) -> None:
        """Do nothing."""


def plain(_: object) -> Callable[..., Any]:
    """Return another function."""
    return lambda *_: None


def mock(_: object) -> object:
    """Return a mock."""
    return Mock()


def descriptor(_: object) -> object:
    """Return an object that can be called."""
    return Descriptor()


@pytest.mark.parametrize("replace", [wrapped, plain, mock, descriptor])
def test_replaced_methods_of_transports_are_noticed(
    monkeypatch: pytest.MonkeyPatch, replace: Callable[[Callable[..., Any]], object]
) -> None:
    assert (observes_transport(), observes_async_transport()) == (False, False)
    monkeypatch.setattr(httpx.HTTPTransport, "handle_request", replace(httpx.HTTPTransport.handle_request))
    assert (observes_transport(), observes_async_transport()) == (True, False)
    method = httpx.AsyncHTTPTransport.handle_async_request
    monkeypatch.setattr(httpx.AsyncHTTPTransport, "handle_async_request", replace(method))
    assert (observes_transport(), observes_async_transport()) == (True, True)
    monkeypatch.undo()
    assert (observes_transport(), observes_async_transport()) == (False, False)


def test_replaced_methods_of_pools_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As respx replaces them."""
    monkeypatch.setattr(httpcore.ConnectionPool, "handle_request", wrapped(httpcore.ConnectionPool.handle_request))
    assert (observes_transport(), observes_async_transport()) == (True, False)
    method = httpcore.AsyncConnectionPool.handle_async_request
    monkeypatch.setattr(httpcore.AsyncConnectionPool, "handle_async_request", wrapped(method))
    assert (observes_transport(), observes_async_transport()) == (True, True)


def test_errors_of_httpx_that_a_mock_of_the_pool_raises_are_connection_errors(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise httpx.ReadTimeout("mocked")

    monkeypatch.setattr(httpcore.ConnectionPool, "handle_request", fail)
    with TMDB(KEY, base_url="http://tmdb.test", max_retries=0) as tmdb, pytest.raises(APITimeoutError, match="mocked"):
        tmdb.movies.details(550)


def test_replaced_constructors_of_transports_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(httpx.HTTPTransport, "__init__", Mock(return_value=None))
    assert observes_transport()


def test_httpx_that_is_being_imported_is_not_observed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "httpx", Mock(spec=[]))
    monkeypatch.setitem(sys.modules, "httpcore", Mock(spec=[]))
    assert (observes_transport(), observes_async_transport()) == (False, False)


def test_default_sync_client_imports_neither_httpx_nor_asyncio() -> None:
    with RawServer([answer(b'{"id": 550, "keywords": []}')]) as server:
        script = _CALL.format(url=server.base_url)
        ended = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, timeout=60, check=False)
    assert (ended.stdout.split(), ended.stderr) == (["550", "False", "False"], "")
