"""Proxies and certificates."""

from __future__ import annotations

from pathlib import Path

import pytest
import trustme

from tests.chaos.raw_server import RawServer, answer
from tests.engines.driver import Driver, request_to
from tests.engines.servers import PASSWORD, running_proxy, tls_server
from tests.engines.table import Engine
from tmdb_facade import EngineError


@pytest.fixture(scope="module")
def authority() -> trustme.CA:
    """Return the authority that issues the server's certificate."""
    return trustme.CA()


@pytest.fixture
def trusted(authority: trustme.CA, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Trust the authority."""
    path = tmp_path / "authority.pem"
    authority.cert_pem.write_to_path(path)
    monkeypatch.setenv("SSL_CERT_FILE", str(path))


@pytest.mark.usefixtures("trusted")
def test_certificates_of_the_environment_are_trusted(entry: Engine, authority: trustme.CA, tmp_path: Path) -> None:
    with tls_server(authority, tmp_path) as url, Driver(entry) as engine:
        assert engine.send(request_to(url)).body == b"{}"


@pytest.mark.engines_with("maps_errors")
def test_untrusted_certificate_is_a_permanent_failure(entry: Engine, authority: trustme.CA, tmp_path: Path) -> None:
    with tls_server(authority, tmp_path) as url, Driver(entry) as engine, pytest.raises(EngineError) as caught:
        engine.send(request_to(url))
    failure = caught.value.failure
    assert failure[1:4] == (False, False, True)
    assert failure.advice is not None
    assert "SSL_CERT_FILE" in failure.advice


@pytest.mark.engines_with("has_proxies")
def test_proxy_gets_plain_requests_in_absolute_form(entry: Engine) -> None:
    with running_proxy() as proxy, Driver(entry, proxy.url()) as engine:
        assert engine.send(request_to("http://name.invalid/3/a?b=%2C")).status == 200
        assert proxy.targets == ["http://name.invalid/3/a?b=%2C"]


@pytest.mark.usefixtures("trusted")
@pytest.mark.engines_with("has_proxies")
def test_proxy_tunnels_requests_over_tls(entry: Engine, authority: trustme.CA, tmp_path: Path) -> None:
    with tls_server(authority, tmp_path) as url, running_proxy() as proxy, Driver(entry, proxy.url()) as engine:
        assert engine.send(request_to(url)).body == b"{}"
        assert proxy.targets == [url.removeprefix("https://")]


@pytest.mark.usefixtures("trusted")
@pytest.mark.engines_with("has_proxies")
def test_proxy_that_speaks_tls(entry: Engine, authority: trustme.CA, tmp_path: Path) -> None:
    """A tunnel to TMDB is then TLS within TLS."""
    body = b"[" + b"1," * 100_000 + b"1]"
    folders = [tmp_path / name for name in ("server", "proxy")]
    for folder in folders:
        folder.mkdir()
    with (
        tls_server(authority, folders[0], body) as url,
        running_proxy(authority, folders[1]) as proxy,
        Driver(entry, proxy.url()) as engine,
    ):
        assert engine.send(request_to("http://name.invalid/3/a")).body == b"{}"
        for _ in range(3):
            assert engine.send(request_to(url)).body == body
        assert set(proxy.targets) == {"http://name.invalid/3/a", url.removeprefix("https://")}


@pytest.mark.engines_with("has_proxies")
def test_proxy_that_refuses_the_password(entry: Engine) -> None:
    with running_proxy() as proxy, Driver(entry, proxy.url("wrong")) as engine:
        assert engine.send(request_to("http://name.invalid/")).status == 407
        with pytest.raises(EngineError) as caught:
            engine.send(request_to("https://name.invalid/"))
    assert not caught.value.failure.is_sent
    assert PASSWORD not in str(caught.value)


@pytest.mark.engines_with("has_proxies")
def test_environment_is_read_by_the_client_only(entry: Engine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with RawServer([answer(b"{}")]) as server, Driver(entry) as engine:
        assert engine.send(request_to(server.base_url)).status == 200
