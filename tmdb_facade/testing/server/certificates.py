"""A certificate authority for TMDB's hosts, so that programs can use the embedded server over TLS."""

from __future__ import annotations

import os
import ssl
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from tmdb_bindings.runtime.lazy import lazy_module
from tmdb_facade.testing.protocol.hosts import HOSTS

if TYPE_CHECKING:
    import trustme
else:
    # Most servers have no TLS, and its import takes longer than that of the server.
    trustme = lazy_module("trustme")

# The names of this machine, also within containers and the emulator of Android.
_LOCAL = ("localhost", "127.0.0.1", "::1", "host.docker.internal", "10.0.2.2")
# Some systems reject certificates that are valid for longer than 398 days. Each server makes a new one.
_VALID = timedelta(days=397)
_NAME = "tmdb-facade: embedded TMDB"


class CertificateError(ValueError):
    """The files of a certificate authority cannot be used. The message names the file, the reason and the remedy."""


class CertificateAuthority:
    """Issues the certificates of embedded servers that use TLS.

        authority = CertificateAuthority("certificates")
        with TMDBServer(https=authority) as server:
            httpx.get(f"{server.base_url}/healthz", verify=authority.client_context())

    Whoever has its private key can impersonate any website to the programs that trust it. Only this user can read the key
    file; trust the certificate in the programs that need it, not in the whole system.
    """

    def __init__(self, folder: Path | str | None = None) -> None:
        """Load the authority from a folder, or create it.

        Args:
            folder: Keeps the certificate, `ca.pem`, and its private key, `ca-key.pem`, so that programs have to trust it only
                once. Both are created if missing. By default they are in memory.

        Raises:
            CertificateError: The files cannot be read or written, or do not belong together.
        """
        self._folder = None if folder is None else Path(folder)
        self._authority = self._create() if self._folder is None else self._load(self._folder)

    @property
    def certificate(self) -> str:
        """The certificate to trust, in PEM format."""
        return self._authority.cert_pem.bytes().decode()

    @property
    def certificate_file(self) -> Path | None:
        """The file of the certificate; None if it is in memory."""
        return None if self._folder is None else (self._folder / "ca.pem").absolute()

    def server_context(self, names: Iterable[str] = ()) -> ssl.SSLContext:
        """Create a TLS context for a server, with a new certificate for TMDB's hosts and this machine.

        Args:
            names: More host names and IP addresses of the server.
        """
        identities = dict.fromkeys([*HOSTS, *_LOCAL, *names])
        now = datetime.now(UTC)
        issued = self._authority.issue_cert(*identities, not_before=now - timedelta(days=1), not_after=now + _VALID)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        with issued.private_key_and_cert_chain_pem.tempfile() as file:
            context.load_cert_chain(file)
        return context

    def client_context(self) -> ssl.SSLContext:
        """Create a TLS context for a client that trusts this authority and no other."""
        return ssl.create_default_context(cadata=self.certificate)

    @staticmethod
    def _create() -> trustme.CA:
        return trustme.CA(organization_name=_NAME, organization_unit_name="Do not trust in the whole system")

    def _load(self, folder: Path) -> trustme.CA:
        certificate, key = files = (folder / "ca.pem", folder / "ca-key.pem")
        try:
            existing = [file for file in files if file.exists()]
            if not existing:
                folder.mkdir(parents=True, exist_ok=True)
                created = self._create()
                _write_private(key, created.private_key_pem.bytes())
                certificate.write_bytes(created.cert_pem.bytes())
            elif len(existing) == 1:
                raise CertificateError(
                    f"{existing[0]} is useless without the other file of {folder}: restore or delete it"
                )
            # Also checks that the key belongs to the certificate, which the library does not.
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_cert_chain(certificate, key)
            return trustme.CA.from_pem(certificate.read_bytes(), key.read_bytes())
        except ssl.SSLError as error:
            raise CertificateError(
                f"{certificate} and {key} are not a certificate and its private key ({error.reason or 'no PEM data'}): "
                "delete both to create new ones"
            ) from error
        except OSError as error:
            raise CertificateError(
                f"cannot use {folder} for certificates: {error.strerror}; choose another folder"
            ) from error


def _write_private(path: Path, content: bytes) -> None:
    with open(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
        file.write(content)


@cache
def shared_authority() -> CertificateAuthority:
    """Return the authority of this process, which no program trusts."""
    return CertificateAuthority()
