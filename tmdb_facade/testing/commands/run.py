"""Run a command whose requests to TMDB an embedded server answers: `python -m tmdb_facade.testing run -- npm test`."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from http import HTTPStatus
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from tmdb_facade.testing.catalogue import CatalogueError
from tmdb_facade.testing.state.file import StateFileError

from . import catalogue_option, fault_options

if TYPE_CHECKING:
    from tmdb_facade.testing import TMDBServer
    from tmdb_facade.testing.faults.request_log import LoggedRequest

HELP = "Run a command whose requests to TMDB an embedded server answers."
# The status of shells for a command that does not exist.
_COMMAND_NOT_FOUND = 127


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command to its parser."""
    catalogue_option.add_catalogue_option(parser)
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep users, ratings and lists in this SQLite file")
    parser.add_argument(
        "--status-messages",
        type=Path,
        metavar="FILE",
        help='texts of status_message by status code, as a JSON file: {"34": "Not found."}',
    )
    parser.add_argument(
        "--own-keys",
        action="store_true",
        help="accept only the credentials in TMDB_API_KEY and TMDB_ACCESS_TOKEN, so that tests of invalid ones see 401",
    )
    parser.add_argument("--quiet", action="store_true", help="do not list the requests at the end")
    fault_options.add_fault_options(parser)
    parser.add_argument(
        "arguments", nargs=argparse.REMAINDER, metavar="-- COMMAND", help="the command and its arguments"
    )


def run(options: argparse.Namespace) -> int:
    """Run the command, by default with every API key accepted, and list its requests to TMDB.

    Returns:
        The command's exit status; 127 if it does not exist, 1 if the server could not start.
    """
    command = options.arguments[1:] if options.arguments[:1] == ["--"] else options.arguments
    if not command:
        print("name the command to run: python -m tmdb_facade.testing run -- npm test", file=sys.stderr)
        return 2
    try:
        # The public name, whose error says which extra is missing. Imported here, so that `--help` does not need it.
        from tmdb_facade.testing import StatusMessagesError, TMDBServer
    except ImportError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        with TMDBServer(
            catalogue_option.catalogue_of(options),
            any_key=not options.own_keys,
            state_file=options.state,
            status_messages=options.status_messages,
        ) as server:
            fault_options.add_faults(server.faults, options)
            return _run(server, command, options)
    except (CatalogueError, StateFileError, StatusMessagesError, fault_options.FaultFileError) as error:
        print(error, file=sys.stderr)
        return 1


def _run(server: TMDBServer, command: list[str], options: argparse.Namespace) -> int:
    own = {
        "TMDB_BASE_URL": server.base_url,
        "TMDB_ACCESS_TOKEN": server.access_token,
        "TMDB_API_KEY": server.api_key,
        "TMDB_SESSION_ID": server.session_id,
    }
    # The user's own credentials are kept if they are accepted.
    environment = {**os.environ, **own} if options.own_keys else {**own, **os.environ}
    with server.intercept_processes() as variables:
        try:
            status = _complete(command, {**environment, **variables})
        except OSError as error:
            print(f"cannot run {command[0]}: {error.strerror}", file=sys.stderr)
            return _COMMAND_NOT_FOUND
    if not options.quiet:
        print(summary(server.requests), file=sys.stderr)
    # The status of shells for a command that a signal ended.
    return status if status >= 0 else 128 - status


def _complete(command: list[str], environment: dict[str, str]) -> int:
    """Run a command to its end, and return its status. It decides what a signal to this process does.

    In a terminal, Ctrl+C reaches it without this process.
    """
    forwarded = {signal.SIGTERM} if os.isatty(0) else {signal.SIGTERM, signal.SIGINT}
    with subprocess.Popen(command, env=environment) as process:

        def forward(number: int, frame: FrameType | None) -> None:
            if number in forwarded:
                process.send_signal(number)

        before = {number: signal.signal(number, forward) for number in (signal.SIGINT, signal.SIGTERM)}
        try:
            return process.wait()
        finally:
            for number, handler in before.items():
                signal.signal(number, handler)


def summary(requests: Iterable[LoggedRequest]) -> str:
    """List how many requests each operation received, by status; paths of no operation and of missing records one by one.

    Errors have the faults that simulate them, or their likely cause.
    """
    lines = Counter(
        (
            request.status or 0,
            f"{request.method} {_described(request)}",
            ", ".join(request.faults) or request.hint or "",
        )
        for request in requests
    )
    if not lines:
        return "The embedded TMDB received no request."
    rows = [
        f"{number:6}  {status or '---'}  {name}" + (f" ({reason})" if reason else "")
        for (status, name, reason), number in sorted(lines.items())
    ]
    return "\n".join(["Requests to the embedded TMDB: number, status, operation", *rows])


def _described(request: LoggedRequest) -> str:
    if request.operation is None:
        return request.path
    # A record that the catalogue lacks: say which.
    return f"{request.operation} {request.path}" if request.status == HTTPStatus.NOT_FOUND else request.operation
