"""How programs in each language reach an embedded server over TLS, as text for the terminal."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path

# The variables that replace or extend the trusted authorities, with the programs that read them.
_VARIABLES = {
    "SSL_CERT_FILE": "Python (httpx, aiohttp, urllib), Go, Ruby, .NET, and most programs with OpenSSL",
    "REQUESTS_CA_BUNDLE": "Python (requests)",
    "NODE_EXTRA_CA_CERTS": "Node",
    "CURL_CA_BUNDLE": "curl",
}
# Java requires a password for a store of certificates, which are public.
_PASSWORD = "changeit"
_HTTPS = 443


def instructions(certificate: Path, port: int, hosts: Sequence[str]) -> str:
    """Describe how to trust the authority and how to redirect TMDB's hosts.

    Args:
        certificate: The file of the authority's certificate.
        port: The server's port.
        hosts: TMDB's hosts.

    Returns:
        The lines to set in the environment and to write to `/etc/hosts`.
    """
    file = shlex.quote(str(certificate))
    store = shlex.quote(str(certificate.with_name("truststore.p12")))
    width = max(map(len, _VARIABLES))
    exports = "\n".join(
        f"  export {name}={file}{' ' * (width - len(name))}  # {use}" for name, use in _VARIABLES.items()
    )
    url = f"https://{hosts[0]}/3/movie/550?api_key=KEY"
    return f"""\
Trust its certificate authority in the programs that use it. These variables do so:

{exports}

Except for Node, programs then trust no other authority: set the variables for single programs.

Java, once and then for each program:

  keytool -importcert -noprompt -alias embedded-tmdb -file {file} -keystore {store} -storepass {_PASSWORD}
  export JAVA_TOOL_OPTIONS="-Djavax.net.ssl.trustStore={store} -Djavax.net.ssl.trustStorePassword={_PASSWORD}"

For programs with a fixed host, add this line to /etc/hosts, or to the hosts of a container:

  127.0.0.1 {" ".join(hosts)}
{_port_note(port)}
A single request needs neither:

  curl --cacert {file} --connect-to {hosts[0]}:{_HTTPS}:127.0.0.1:{port} '{url}'"""


def _port_note(port: int) -> str:
    if port == _HTTPS:
        return ""
    return f"\nThey connect to port {_HTTPS}, so also start the server with --port {_HTTPS}.\n"
