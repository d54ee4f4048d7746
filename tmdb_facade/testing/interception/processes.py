"""Other processes, in any language: the environment that leads their requests for TMDB to an embedded server."""

from __future__ import annotations

import json
import os
import shlex
import ssl
from collections.abc import Mapping
from pathlib import Path

import certifi
from cryptography.hazmat.primitives.serialization import BestAvailableEncryption, pkcs12
from cryptography.x509 import load_pem_x509_certificates

from tmdb_facade.testing.protocol.hosts import HOSTS

from .proxy import Proxy as Proxy
from .routes import SERVER

_REDIRECT = Path(__file__).with_name("redirect.cjs")
# The variables of programs that read their trusted authorities from a file.
_BUNDLES = ("SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS", "AWS_CA_BUNDLE")
_PROXIES = ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy")
# Java requires a password for a store of certificates, which are public.
_PASSWORD = "changeit"
_LOCAL = "localhost,127.0.0.1,::1"


def write_trust(folder: Path, certificate: str) -> tuple[Path, Path]:
    """Write the authorities that other processes trust: those of this machine, and that of the embedded server.

    Args:
        folder: The folder for the files.
        certificate: The certificate of the server's authority, in PEM format.

    Returns:
        The file in PEM format, and Java's.
    """
    usual = Path(os.environ.get("SSL_CERT_FILE") or ssl.get_default_verify_paths().cafile or certifi.where())
    pem, java = folder / "authorities.pem", folder / "authorities.p12"
    pem.write_text(f"{usual.read_text('utf-8')}\n{certificate}", "utf-8")
    authorities = load_pem_x509_certificates(certificate.encode())
    entries = [pkcs12.PKCS12Certificate(authority, b"embedded TMDB") for authority in authorities]
    java.write_bytes(pkcs12.serialize_java_truststore(entries, BestAvailableEncryption(_PASSWORD.encode())))
    return pem, java


def environment(
    ports: Mapping[int, int], proxy: int, pem: Path, java: Path, before: Mapping[str, str]
) -> dict[str, str]:
    """Return the variables to set for another process.

    Args:
        ports: The ports of the embedded server, for each of TMDB's ports.
        proxy: The port of the proxy.
        pem: The trusted authorities in PEM format.
        java: The trusted authorities in the format of Java.
        before: The environment of this process, whose options are kept.
    """
    url = f"http://{SERVER}:{proxy}"
    options = {
        "NODE_OPTIONS": f"--require {json.dumps(str(_REDIRECT))}",
        "JAVA_TOOL_OPTIONS": shlex.join(
            [
                *(f"-D{scheme}.proxyHost={SERVER}" for scheme in ("http", "https")),
                *(f"-D{scheme}.proxyPort={proxy}" for scheme in ("http", "https")),
                f"-Djavax.net.ssl.trustStore={java}",
                f"-Djavax.net.ssl.trustStorePassword={_PASSWORD}",
            ]
        ),
    }
    return {
        **dict.fromkeys(_PROXIES, url),
        **dict.fromkeys(_BUNDLES, str(pem)),
        "NO_PROXY": _LOCAL,
        "no_proxy": _LOCAL,
        "TMDB_EMBEDDED_ROUTE": json.dumps({"hosts": HOSTS, "ports": ports}),
        **{name: f"{before[name]} {value}" if before.get(name) else value for name, value in options.items()},
    }
