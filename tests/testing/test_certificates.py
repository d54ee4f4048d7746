"""The certificate authority, and servers over TLS and on other hosts."""

from __future__ import annotations

import socket
import ssl
import stat
import threading
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.facade.slow import wait_until
from tmdb_facade.testing import CertificateAuthority, CertificateError, TMDBServer
from tmdb_facade.testing.protocol.hosts import HOSTS
from tmdb_facade.testing.server.listening import listen, listen_error, local_url, network_names, network_urls

TIMEOUT = 30


def handshake(server: TMDBServer, context: ssl.SSLContext, name: str) -> None:
    address = ("127.0.0.1", server.port)
    with socket.create_connection(address) as plain, context.wrap_socket(plain, server_hostname=name):
        pass


def test_authority_is_kept_in_its_folder(tmp_path: Path) -> None:
    """Clients that trusted it before accept a later server, under each of its names."""
    folder = tmp_path / "new" / "certificates"
    trusting = CertificateAuthority(folder).client_context()
    authority = CertificateAuthority(folder)
    assert authority.certificate_file == folder / "ca.pem"
    assert (folder / "ca.pem").read_text("utf-8") == authority.certificate
    with TMDBServer(https=authority) as server:
        assert server.base_url.startswith("https://127.0.0.1:")
        assert httpx.get(f"{server.base_url}/healthz", verify=trusting).status_code == 200
        for name in (*HOSTS, "localhost", "::1"):
            handshake(server, trusting, name)
        with pytest.raises(ssl.SSLCertVerificationError, match="example"):
            handshake(server, trusting, "example.com")
        with pytest.raises(ssl.SSLCertVerificationError):
            handshake(server, CertificateAuthority().client_context(), "localhost")


def test_key_can_be_read_by_its_owner_only(tmp_path: Path) -> None:
    CertificateAuthority(tmp_path)
    assert stat.S_IMODE((tmp_path / "ca-key.pem").stat().st_mode) == 0o600


def test_authority_in_memory_writes_no_files() -> None:
    authority = CertificateAuthority()
    assert authority.certificate_file is None
    assert authority.certificate.startswith("-----BEGIN CERTIFICATE-----")


@pytest.mark.parametrize("broken", ["no key", "no certificate", "text", "another key"])
def test_unusable_files_are_an_error_that_names_them(tmp_path: Path, broken: str) -> None:
    CertificateAuthority(tmp_path)
    key, certificate = tmp_path / "ca-key.pem", tmp_path / "ca.pem"
    match broken:
        case "no key":
            key.unlink()
        case "no certificate":
            certificate.unlink()
        case "text":
            key.write_text("no key", "utf-8")
        case _:
            CertificateAuthority(tmp_path / "another")
            key.write_bytes((tmp_path / "another" / "ca-key.pem").read_bytes())
    with pytest.raises(CertificateError, match=r"ca.*\.pem .* delete"):
        CertificateAuthority(tmp_path)


def test_folder_that_cannot_be_created_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(CertificateError, match="choose another folder"):
        CertificateAuthority(tmp_path / "file" / "folder")


@pytest.mark.parametrize("host", ["0.0.0.0", "localhost", "127.0.0.1"])
def test_server_listens_on_a_host(host: str) -> None:
    with TMDBServer(host=host) as server:
        assert httpx.get(f"{server.base_url}/healthz", timeout=TIMEOUT).status_code == 200
        for url in server.network_urls:
            assert url.endswith(f":{server.port}")
            assert httpx.get(f"{url}/healthz", timeout=TIMEOUT).status_code == 200


@pytest.mark.parametrize(
    ("host", "url"), [("::1", "http://[::1]:80"), ("::", "http://127.0.0.1:80"), ("name.test", "http://name.test:80")]
)
def test_urls_of_hosts(host: str, url: str) -> None:
    assert local_url("http", host, 80) == url


def test_machine_alone_has_no_other_addresses() -> None:
    assert [network_names(host) for host in ("127.0.0.1", "127.1.2.3", "::1", "localhost")] == [[]] * 4
    assert network_urls("https", "fd00::1", 443) == ["https://[fd00::1]:443"]


def test_listening_twice_fails_and_leaves_no_socket() -> None:
    """An unclosed socket is a warning, which fails the test."""
    (first,) = listen("127.0.0.1", 0)
    with first:
        first.listen()
        port = first.getsockname()[1]
        with pytest.raises(OSError, match="in use") as raised:
            listen("127.0.0.1", port)
        assert f"port {port}" in listen_error(raised.value, "127.0.0.1", port)
        assert "--port" in listen_error(PermissionError(13, "Permission denied"), "127.0.0.1", 80)


def test_requests_in_flight_finish_before_the_server_stops() -> None:
    """The connection of a client that waits with its request is closed."""
    with TMDBServer(any_key=True) as server, socket.create_connection(("127.0.0.1", server.port)) as client:
        client.sendall(b"POST /3/list HTTP/1.1\r\nhost: localhost\r\ncontent-length: 2\r\n\r\n")
        assert wait_until(lambda: len(server.requests) == 1)
        address = client.getpeername()
        stopping = threading.Thread(target=server.stop)
        stopping.start()
        with suppress(ConnectionError):
            while True:
                socket.create_connection(address, TIMEOUT).close()
        client.sendall(b"{}")
        client.settimeout(TIMEOUT)
        assert client.recv(100).startswith(b"HTTP/1.1 401")
        stopping.join(TIMEOUT)
        assert not stopping.is_alive()
