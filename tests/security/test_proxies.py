"""Passwords of proxies."""

from __future__ import annotations

import traceback

import pytest

from tests.engines.clients import details, run
from tests.engines.table import ENGINES, Engine
from tests.facade.support import no_package
from tmdb_facade import APIConnectionError, InvalidArgumentError, TMDBError

PASSWORD = "hunter2"
ENTRIES = [entry for entry in ENGINES if entry.has_proxies]


def error_for(entry: Engine, monkeypatch: pytest.MonkeyPatch, proxy: str, from_environment: bool) -> TMDBError:
    """Return the error of a call through a proxy."""
    for name in ("HTTP_PROXY", "http_proxy", "https_proxy", "NO_PROXY", "no_proxy", "ALL_PROXY", "all_proxy"):
        monkeypatch.delenv(name, raising=False)
    if from_environment:
        monkeypatch.setenv("HTTPS_PROXY", proxy)
    with pytest.raises(TMDBError) as caught:
        run(entry, "https://api.themoviedb.org", details, proxy=None if from_environment else proxy)
    return caught.value


@pytest.mark.parametrize("entry", ENTRIES, ids=[entry.id for entry in ENTRIES])
@pytest.mark.parametrize("from_environment", [False, True])
@pytest.mark.parametrize(
    ("proxy", "kind"),
    [
        (f"http://user:{PASSWORD}@127.0.0.1:9", APIConnectionError),
        (f"http://user:{PASSWORD}@name.invalid:80", APIConnectionError),
        (f"http://user:at@{PASSWORD}@127.0.0.1:9", APIConnectionError),
        (f"http://user:{PASSWORD}@127.0.0.1:9\r\n", APIConnectionError),
        (f"http://user:slash/{PASSWORD}@host:80", InvalidArgumentError),
        (f"http://user:{PASSWORD}@host:port", InvalidArgumentError),
        (f"ftp://user:{PASSWORD}@host", InvalidArgumentError),
        (f"http://user:{PASSWORD}@[::1", InvalidArgumentError),
    ],
)
def test_password_of_a_proxy_is_not_shown(
    entry: Engine, monkeypatch: pytest.MonkeyPatch, proxy: str, kind: type[TMDBError], from_environment: bool
) -> None:
    """The error names the option or the variable."""
    error = error_for(entry, monkeypatch, proxy, from_environment)
    assert type(error) is kind
    shown = "".join(traceback.format_exception(error))
    assert PASSWORD not in f"{shown} {error!r} {vars(error)}"
    if kind is InvalidArgumentError:
        assert str(error).startswith("HTTPS_PROXY" if from_environment else "proxy")
    else:
        assert "no answer through the proxy http://***@" in str(error)
        assert "The request went through the proxy http://***@" in shown


def test_socks_proxy_without_its_package_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._runtime.pools.find_spec", no_package)
    error = error_for(ENTRIES[0], monkeypatch, f"socks5://user:{PASSWORD}@127.0.0.1:9", from_environment=False)
    assert type(error) is InvalidArgumentError
    assert str(error) == "proxy needs the package socksio: pip install 'tmdb-facade[socks]'"


@pytest.mark.parametrize("from_environment", [False, True])
def test_engine_without_socks_names_one_with_it(monkeypatch: pytest.MonkeyPatch, from_environment: bool) -> None:
    entry = next(entry for entry in ENTRIES if entry.name == "aiohttp")
    error = error_for(entry, monkeypatch, f"socks5://user:{PASSWORD}@127.0.0.1:9", from_environment)
    assert type(error) is InvalidArgumentError
    assert str(error) == "proxy must be an HTTP proxy for the engine 'aiohttp'; engine='httpx' supports SOCKS"
