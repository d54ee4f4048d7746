"""URLs of Redis servers: mistakes in them are errors when the object that gets the URL is created."""

from __future__ import annotations

from typing import Any

import pytest

from tests.facade.redis_server import RedisServer
from tests.facade.support import TOKEN
from tmdb_facade import TMDB, AsyncTMDB, Cache, InvalidArgumentError, RateLimit
from tmdb_facade._core.rate.redis_url import check_redis_url
from tmdb_facade._runtime import redis_tasks, redis_threads

PASSWORD = "hunter2"

WRONG = [
    f"redis://u:{PASSWORD}@host/?db=abc",
    f"redis://u:{PASSWORD}@host/?db=",
    f"redis://u:{PASSWORD}@host/?db=1&db=x",
    f"redis://u:{PASSWORD}@host/{'9' * 5000}",
    f"redis://u:{PASSWORD}@host/1/2",
    f"redis://u:{PASSWORD}@host/?decode_responses=true",
    f"redis://u:{PASSWORD}@host/?{PASSWORD}=1",
    f"redis://u:{PASSWORD}@host/?{PASSWORD}",
    f"redis://u:12?{PASSWORD}@host/0",
    f"redis://u:12#{PASSWORD}@host/0",
    f"redis://u:a/{PASSWORD}@host/0",
    f"redis://u:{PASSWORD}@host/0#part",
    f"redis://u:{PASSWORD}@host/?retry_on_error=x",
    f"redis://u:{PASSWORD}@host/?max_connections=1",
    f"redis://u:{PASSWORD}@host/?password={PASSWORD}",
    f"redis://u:{PASSWORD}@host/?protocol=4",
    f"redis://u:{PASSWORD}@host/?client_name=a%20b",
    f"redis://u:{PASSWORD}@host/?socket_timeout=soon",
    f"redis://u:{PASSWORD}@host/?socket_timeout=nan",
    f"redis://u:{PASSWORD}@host/?socket_timeout=0",
    f"redis://u:{PASSWORD}@host/?socket_connect_timeout=1e400",
    f"redis://u:{PASSWORD}@host/?health_check_interval=0.5",
    f"redis://u:{PASSWORD}@host/?ssl_cert_reqs=none",
    f"rediss://u:{PASSWORD}@host/?ssl_cert_reqs={PASSWORD}",
    f"rediss://u:{PASSWORD}@host/?ssl_check_hostname=maybe",
    f"rediss://u:{PASSWORD}@host/?ssl_keyfile=key.pem",
    f"rediss://u:{PASSWORD}@host/?ssl_ca_certs=a%00b",
    f"rediss://u:{PASSWORD}@host/?ssl_include_verify_flags=[X]",
    f"redis://u:{PASSWORD}@host:port",
    f"redis://u:{PASSWORD}@host:0",
    f"redis://u:{PASSWORD}@host:99999",
    f"redis://u:{PASSWORD}@ho%FFst",
    f"redis://u:{PASSWORD}@",
    f"redis://u:{PASSWORD}@[::1",
    f"redis://u:{PASSWORD}@ho st",
    f"unix://u:{PASSWORD}@/var/run/redis.sock",
    f"http://u:{PASSWORD}@host",
    f"redis+tls://u:{PASSWORD}@host",
    f"redis:u:{PASSWORD}@host",
    f"rediss:/u:{PASSWORD}@host",
]

RIGHT = [
    "redis://127.0.0.1",
    "redis://u:p%23w@host:6380/15",
    " REDIS://127.0.0.1/0\n",
    "redis://[::1]:6379/?db=3&protocol=3&client_name=web-1",
    "redis://host?socket_timeout=2.5&socket_connect_timeout=10&health_check_interval=30",
    "rediss://host/0?ssl_cert_reqs=none&ssl_check_hostname=False",
    "rediss://host/0?ssl_ca_certs=%2Fetc%2Fca.pem&ssl_certfile=a.pem&ssl_keyfile=b.pem",
]


@pytest.mark.parametrize("url", WRONG)
def test_wrong_redis_url_raises_at_construction(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_CACHE", url)
    for parameter, create in (
        ("location", lambda: Cache(url)),
        ("shared", lambda: RateLimit(1, shared=url)),
        ("cache", lambda: TMDB(TOKEN, cache=url)),
        ("cache", lambda: AsyncTMDB(TOKEN, cache=url)),
        ("TMDB_CACHE", lambda: TMDB(TOKEN)),
        ("TMDB_CACHE", lambda: AsyncTMDB(TOKEN)),
    ):
        with pytest.raises(InvalidArgumentError, match=rf"^{parameter} must ") as caught:
            create()
        assert caught.value.parameter == parameter
        assert PASSWORD not in f"{caught.value} {caught.value!r} {caught.value.__cause__}"


@pytest.mark.parametrize("url", [f"redis://u:{PASSWORD}@host", f"redis://u:a/{PASSWORD}@host"])
def test_url_in_the_place_of_a_number_is_not_shown(url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMDB_RATE_LIMIT", url)
    cases: list[tuple[str, dict[str, Any]]] = [("rate_limit", {"rate_limit": url}), ("TMDB_RATE_LIMIT", {})]
    for parameter, passed in cases:
        with pytest.raises(InvalidArgumentError, match=rf"^{parameter} must be a number .*shared=") as caught:
            TMDB(TOKEN, **passed)
        assert PASSWORD not in f"{caught.value!r}"


def test_other_wrong_values_with_a_url_show_no_password() -> None:
    url = f"redis://u:{PASSWORD}@host"
    for create in (
        lambda: Cache([url]),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: RateLimit(1, shared=[url]),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: RateLimit(url),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: TMDB(TOKEN, timeout=url),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: TMDB(TOKEN, engine=url),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        lambda: TMDB(TOKEN, offline=url),  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    ):
        with pytest.raises(InvalidArgumentError) as caught:
            create()
        assert PASSWORD not in f"{caught.value!r}"


@pytest.mark.parametrize("url", RIGHT)
def test_redis_library_accepts_what_is_valid(url: str) -> None:
    """The library reads the URL and creates a connection, which is not opened here."""
    checked = check_redis_url("shared", url)
    for connect in (redis_threads._connect, redis_tasks._connect):  # pyright: ignore[reportPrivateUsage]
        pool = connect(checked).connection_pool
        pool.connection_class(**pool.connection_kwargs)


@pytest.mark.redis
def test_options_of_a_redis_url_are_used(redis_server: RedisServer) -> None:
    url = f"redis://127.0.0.1:{redis_server.port}/?db=3&protocol=3&client_name=test&socket_timeout=5"
    with redis_threads.RedisValues(url) as values:
        values.set(b"a", b"1", 100)
        assert values.get(b"a") == b"1"
    with redis_threads.RedisValues(redis_server.url) as values:
        assert values.get(b"a") is None
