"""Run an embedded TMDB server for development: `python -m tmdb_facade.testing serve`.

The program prints its address and credentials, and runs until it is interrupted.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tmdb_facade.testing.catalogue import CatalogueError
from tmdb_facade.testing.protocol.hosts import HOSTS
from tmdb_facade.testing.state.credentials import Credentials, make_credentials
from tmdb_facade.testing.state.file import StateFileError
from tmdb_facade.testing.state.store import DEMO

from . import catalogue_option, fault_options
from .trust import instructions

if TYPE_CHECKING:
    from tmdb_facade.testing import CertificateAuthority, TMDBServer

HELP = "Run a server until interrupted."
# Not 8000 or 8080, the defaults of most other development servers.
_PORT = 8550


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command to its parser."""
    network = parser.add_argument_group("network")
    network.add_argument(
        "--host",
        default="127.0.0.1",
        help="address or name to listen on; 0.0.0.0 and :: let other machines use the server (default: %(default)s)",
    )
    network.add_argument("--port", type=_port, default=_PORT, help="0 picks a free port (default: %(default)s)")
    network.add_argument(
        "--https", action="store_true", help="serve over TLS, also for TMDB's hosts, and print how to trust it"
    )
    network.add_argument(
        "--certificates",
        type=Path,
        metavar="FOLDER",
        help="keep the certificate authority of --https in this folder (default: the user's configuration)",
    )
    network.add_argument(
        "--admin",
        choices=("local", "everyone", "nobody"),
        default="local",
        help="who may use the admin page and API under /__tmdb__/ (default: %(default)s)",
    )
    keys = parser.add_argument_group("keys")
    accepted = keys.add_mutually_exclusive_group()
    accepted.add_argument(
        "--api-key", type=_secret, metavar="KEY", help="accept this API key, such as that of a program"
    )
    accepted.add_argument("--any-key", action="store_true", help="accept every API key and access token but empty ones")
    keys.add_argument("--access-token", type=_secret, metavar="TOKEN", help="accept this access token")
    content = parser.add_argument_group("content")
    catalogue_option.add_catalogue_option(content)
    content.add_argument("--state", type=Path, metavar="FILE", help="keep users, ratings and lists in this SQLite file")
    content.add_argument(
        "--images",
        choices=("own", "tmdb"),
        default="own",
        help="the image server that the configuration names: this server or TMDB's (default: %(default)s)",
    )
    fault_options.add_fault_options(parser)
    content.add_argument(
        "--status-messages",
        type=Path,
        metavar="FILE",
        help='texts of status_message by status code, as a JSON file: {"34": "Not found."}',
    )
    content.add_argument(
        "--strict",
        action="append",
        default=[],
        choices=("configuration_append",),
        help="be strict where TMDB was for a time: ignore append_to_response of /3/configuration",
    )


def run(options: argparse.Namespace, *, wait: Callable[[], object] | None = None) -> int:
    """Run a server until it is interrupted.

    Args:
        options: The options of the command line.
        wait: Blocks until the server should stop; by default until SIGINT or SIGTERM.

    Returns:
        The exit status: 0 after a normal stop, 1 if the server could not start.
    """
    try:
        # The public names, whose error says which extra is missing. Imported here, so that `--help` does not need it.
        from tmdb_facade.testing import CertificateError, StatusMessagesError, TMDBServer
    except ImportError as error:
        print(error, file=sys.stderr)
        return 1
    if options.certificates is not None and not options.https:
        print("--certificates has no effect without --https: add it", file=sys.stderr)
        return 1
    with ExitStack() as handlers:
        try:
            authority = _authority(options)
            server = TMDBServer(
                catalogue_option.catalogue_of(options),
                host=options.host,
                port=options.port,
                https=authority,
                credentials=_credentials(options),
                any_key=options.any_key,
                state_file=options.state,
                images=options.images,
                admin=options.admin,
                status_messages=options.status_messages,
            )
            fault_options.add_faults(server.faults, options)
            for name in options.strict:
                server.strict(name)
            # Before anybody is told that the server runs: from then on, a signal stops it in an orderly manner.
            wait = wait or handlers.enter_context(_interruption()).wait
            server.start()
        except (
            CatalogueError,
            CertificateError,
            StateFileError,
            StatusMessagesError,
            fault_options.FaultFileError,
        ) as error:
            print(error, file=sys.stderr)
            return 1
        except OSError as error:
            from tmdb_facade.testing.server.listening import listen_error

            print(listen_error(error, options.host, options.port), file=sys.stderr)
            return 1
        try:
            print(_greeting(server, options, authority), flush=True)
            wait()
        finally:
            server.stop()
        return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: pass a number from 0 to 65535")
    return int(text)


def _secret(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("must not be empty")
    return text.strip()


def _credentials(options: argparse.Namespace) -> Credentials:
    made = make_credentials()
    return made._replace(
        api_key=options.api_key or made.api_key, access_token=options.access_token or made.access_token
    )


def _authority(options: argparse.Namespace) -> CertificateAuthority | None:
    if not options.https:
        return None
    from tmdb_facade.testing import CertificateAuthority

    if options.certificates is not None:
        return CertificateAuthority(options.certificates)
    from platformdirs import user_config_path

    return CertificateAuthority(user_config_path("tmdb-facade", appauthor=False) / "embedded-tmdb")


def _greeting(server: TMDBServer, options: argparse.Namespace, authority: CertificateAuthority | None) -> str:
    addresses = "".join(f"Other machines reach it at {url}.\n" for url in server.network_urls)
    # Keys of the command line may be real ones.
    token = "YOUR_TOKEN" if options.access_token else server.access_token
    api_key = "any" if options.any_key else "the one of --api-key" if options.api_key else server.api_key
    admin = "turned off" if options.admin == "nobody" else f"{server.base_url}/__tmdb__/"
    greeting = f"""\
The embedded TMDB server is listening on {server.base_url}. Press Ctrl+C to stop it.
{addresses}
  export TMDB_BASE_URL={server.base_url}
  export TMDB_ACCESS_TOKEN={token}

admin page  {admin}
API key     {api_key}
session id  {server.session_id}
user        {DEMO}, password {DEMO}
state       {options.state or "in memory, lost on exit"}
"""
    if authority is not None and authority.certificate_file is not None:
        greeting += f"\n{instructions(authority.certificate_file, server.port, HOSTS)}\n"
    return f"{greeting}\nOnly embedded servers accept these credentials."


@contextmanager
def _interruption() -> Generator[threading.Event]:
    """Yield an event that SIGINT and SIGTERM set, and restore their handlers afterwards."""
    stop = threading.Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()

    before = {number: signal.signal(number, interrupt) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield stop
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
