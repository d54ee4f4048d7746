"""Run an embedded TMDB server for development: `python -m tmdb_facade.testing serve`.

The program prints its address and credentials, and runs until it is interrupted.
"""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tmdb_facade.testing.catalogue import DATA, CatalogueError, load, problems
from tmdb_facade.testing.state.file import StateFileError
from tmdb_facade.testing.state.store import DEMO

if TYPE_CHECKING:
    from tmdb_facade.testing import TMDBServer

HELP = "Run a server until interrupted."

# Not 8000 or 8080, the defaults of most other development servers.
_PORT = 8550


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command to its parser."""
    parser.add_argument(
        "--port", type=_port, default=_PORT, help="port on 127.0.0.1; 0 picks a free one (default: %(default)s)"
    )
    parser.add_argument("--catalogue", type=Path, default=DATA, metavar="FOLDER", help="folder of a catalogue to serve")
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep users, ratings and lists in this SQLite file")


def run(options: argparse.Namespace, *, wait: Callable[[], None] | None = None) -> int:
    """Run a server until it is interrupted.

    Args:
        options: The options of the command line.
        wait: Blocks until the server should stop; by default until SIGINT or SIGTERM.

    Returns:
        The exit status: 0 after a normal stop, 1 if the server could not start.
    """
    try:
        # The public name, whose error says which extra is missing. Imported here, so that `--help` does not need it.
        from tmdb_facade.testing import TMDBServer
    except ImportError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        catalogue = load(options.catalogue)
        if wrong := problems(catalogue):
            raise CatalogueError("\n".join([f"{options.catalogue} is not consistent:", *wrong]))
        server = TMDBServer(catalogue, port=options.port, state_file=options.state)
        server.start()
    except (CatalogueError, StateFileError) as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"cannot listen on port {options.port}: {error.strerror}; choose another with --port", file=sys.stderr)
        return 1
    try:
        print(_greeting(server, options), flush=True)
        (wait or _until_interrupted)()
    finally:
        server.stop()
    return 0


def _port(text: str) -> int:
    if not text.isdecimal() or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port: pass a number from 0 to 65535")
    return int(text)


def _greeting(server: TMDBServer, options: argparse.Namespace) -> str:
    return f"""\
The embedded TMDB server is listening on {server.base_url}. Press Ctrl+C to stop it.

  export TMDB_BASE_URL={server.base_url}
  export TMDB_ACCESS_TOKEN={server.access_token}

API key     {server.api_key}
session id  {server.session_id}
user        {DEMO}, password {DEMO}
state       {options.state or "in memory, lost on exit"}

Only embedded servers accept these credentials."""


def _until_interrupted() -> None:
    stop = threading.Event()

    def interrupt(number: int, frame: FrameType | None) -> None:
        stop.set()

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, interrupt)
    stop.wait()
