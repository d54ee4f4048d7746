"""Run a command whose requests to TMDB an embedded server answers: `python -m tmdb_facade.testing run -- npm test`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tmdb_facade.testing.catalogue import DATA, CatalogueError, load
from tmdb_facade.testing.state.file import StateFileError

if TYPE_CHECKING:
    from tmdb_facade.testing import TMDBServer
    from tmdb_facade.testing.faults.request_log import LoggedRequest

HELP = "Run a command whose requests to TMDB an embedded server answers."
# The status of shells for a command that does not exist.
_NO_COMMAND = 127
_NOT_FOUND = 404


def add_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of this command to its parser."""
    parser.add_argument(
        "--catalogue", type=Path, default=DATA, metavar="FOLDER", help="folder of a catalogue to answer from"
    )
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep users, ratings and lists in this SQLite file")
    parser.add_argument(
        "--own-keys",
        action="store_true",
        help="accept only the credentials in TMDB_API_KEY and TMDB_ACCESS_TOKEN, so that tests of invalid ones see 401",
    )
    parser.add_argument("--quiet", action="store_true", help="do not list the requests at the end")
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
        from tmdb_facade.testing import TMDBServer
    except ImportError as error:
        print(error, file=sys.stderr)
        return 1
    try:
        with TMDBServer(load(options.catalogue), any_key=not options.own_keys, state_file=options.state) as server:
            return _run(server, command, options)
    except (CatalogueError, StateFileError) as error:
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
            status = subprocess.run(command, env={**environment, **variables}, check=False).returncode
        except OSError as error:
            print(f"cannot run {command[0]}: {error.strerror}", file=sys.stderr)
            return _NO_COMMAND
    if not options.quiet:
        print(summary(server.requests), file=sys.stderr)
    # The status of shells for a command that a signal ended.
    return status if status >= 0 else 128 - status


def summary(requests: Iterable[LoggedRequest]) -> str:
    """List how many requests each operation received, by status, and the records that were not found.

    Paths of no operation are listed one by one.
    """
    requests = list(requests)
    lines = Counter(
        (request.status or 0, f"{request.method} {request.operation or request.path}") for request in requests
    )
    if not lines:
        return "The embedded TMDB received no request."
    rows = [f"{number:6}  {status or '---'}  {name}" for (status, name), number in sorted(lines.items())]
    missing = Counter(
        _record(request.path) for request in requests if request.status == _NOT_FOUND and request.operation
    )
    if missing:
        rows += ["Not found: number, record", *(f"{number:6}  {name}" for name, number in missing.most_common())]
    return "\n".join(["Requests to the embedded TMDB: number, status, operation", *rows])


def _record(path: str) -> str:
    """Return the part of a path that names a record: up to the first id, such as `/3/movie/7` of `/3/movie/7/images`."""
    segments = path.split("/")
    end = next((at for at, segment in enumerate(segments) if at > 1 and any(map(str.isdigit, segment))), len(segments))
    return "/".join(segments[: end + 1])
