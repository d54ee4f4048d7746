"""Calls of the async client under every event loop."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import pytest
import trustme

from tests.engines.servers import running_proxy, tls_server
from tests.facade.support import TOKEN
from tmdb_facade import APIConnectionError, AsyncTMDB
from tmdb_facade.testing import TMDBServer


async def test_many_calls_share_few_connections() -> None:
    with TMDBServer() as server:
        async with AsyncTMDB(server.access_token, base_url=server.base_url, max_connections=5) as tmdb:
            movies = await asyncio.gather(*(tmdb.movies.details(550) for _ in range(60)))
            assert {movie.title for movie in movies} == {"Fight Club"}
            assert len([movie async for movie in tmdb.movies.popular().limit(30)]) == 30


@pytest.mark.parametrize("has_proxy", [False, True])
async def test_calls_over_tls(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, has_proxy: bool) -> None:
    authority = trustme.CA()
    authority.cert_pem.write_to_path(tmp_path / "authority.pem")
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
    body = b'{"images": {"base_url": "http://image.test/", "secure_base_url": "https://image.test/"}}'
    with tls_server(authority, tmp_path, body) as url, running_proxy() as proxy:
        route = proxy.url() if has_proxy else None
        async with AsyncTMDB(TOKEN, base_url=url, proxy=route, on_drift="ignore") as tmdb:
            calls = await asyncio.gather(*(tmdb.configuration.details() for _ in range(10)))
        assert {call.images.base_url for call in calls} == {"http://image.test/"}
        assert bool(proxy.targets) is has_proxy


async def test_refused_connection_is_an_error_of_ours() -> None:
    with socket.create_server(("127.0.0.1", 0)) as unused:
        port = unused.getsockname()[1]
    async with AsyncTMDB(TOKEN, base_url=f"http://127.0.0.1:{port}", max_retries=0) as tmdb:
        with pytest.raises(APIConnectionError) as caught:
            await tmdb.movies.details(550)
    assert not caught.value.is_sent
