"""Run the test suite of another TMDB client on the embedded TMDB: `make foreign CHECKOUT=../tmdbsimple`.

    python -m scripts.foreign CHECKOUT                     # the usual command of the checkout's build tool
    python -m scripts.foreign CHECKOUT -- pytest tests     # another command
    python -m scripts.foreign --own-keys CHECKOUT          # for suites that test invalid keys

The checkout and what its suite needs must be there: nothing is fetched. The suite runs unchanged. Its requests to TMDB's hosts
go to an embedded server that accepts every key, or only those of the environment. The summary at the end lists them by operation
and status, with the records that the catalogue lacks. The credentials are in the environment under the names that clients use.
`--session-id` accepts the session in the source of a suite as that of the user `demo`, and `--status-messages` supplies the
sentences that a suite compares.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tmdb_facade.testing import StatusMessagesError, TMDBServer, make_credentials
from tmdb_facade.testing.commands.run import summary

#: The command of a build tool, by the file that shows its use. The first file that exists decides.
COMMANDS: Mapping[str, Sequence[str]] = {
    "go.mod": ("go", "test", "-count=1", "./..."),
    "Cargo.toml": ("cargo", "test", "--offline"),
    "pom.xml": ("mvn", "--offline", "test"),
    "gradlew": ("./gradlew", "--offline", "test"),
    "composer.json": ("composer", "test"),
    "Gemfile": ("bundle", "exec", "rake"),
    "Package.swift": ("swift", "test"),
    "pubspec.yaml": ("dart", "test"),
    "package.json": ("npm", "test"),
    "pyproject.toml": ("{python}", "-m", "pytest"),
    "setup.py": ("{python}", "-m", "pytest"),
    "tox.ini": ("{python}", "-m", "pytest"),
}
_ACCESS_TOKEN = (
    "TMDB_API_READ_ACCESS_TOKEN",
    "TMDB_READ_ACCESS_TOKEN",
    "TMDB_ACCESS_TOKEN",
    "TMDB_BEARER_TOKEN",
    "TMDB_API_TOKEN",
    "TMDB_TOKEN",
    "TMDB_V4_ACCESS",
    "ACCESS_TOKEN",
)
_USER_TOKEN = ("TMDB_V4_ACCESS_TOKEN", "TMDB_USER_ACCESS_TOKEN")
_API_KEY = ("TMDB_API_KEY", "TMDB_KEY", "TMDB_APIKEY", "API_KEY", "APIKEY", "MOVIEDB_API_KEY")
_SESSION = ("TMDB_SESSION_ID", "TMDB_SESSION", "MOVIEDB_SESSION_ID", "SESSION_ID")
_ACCOUNT = ("TMDB_ACCOUNT_ID", "MOVIEDB_ACCOUNT_ID", "ACCOUNT_ID")
_ACCOUNT_OBJECT = ("TMDB_V4_ACCOUNT_ID", "TMDB_ACCOUNT_OBJECT_ID")


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return the exit status of the suite."""
    words = sys.argv[1:] if arguments is None else arguments
    end = words.index("--") if "--" in words else len(words)
    parser = argparse.ArgumentParser(
        prog="python -m scripts.foreign", usage="%(prog)s [options] CHECKOUT [-- COMMAND]", description=__doc__
    )
    parser.add_argument("checkout", type=Path, metavar="CHECKOUT")
    parser.add_argument(
        "--own-keys", action="store_true", help="accept only the keys of the environment, for tests of invalid ones"
    )
    parser.add_argument("--session-id", metavar="ID", help="accept this session as that of the user demo")
    parser.add_argument(
        "--status-messages",
        type=Path,
        metavar="FILE",
        help='texts of status_message by status code, as a JSON file: {"34": "Not found."}',
    )
    options = parser.parse_args(words[:end])
    if not options.checkout.is_dir():
        parser.error(f"{options.checkout} is not a folder")
    command = words[end + 1 :] or usual_command(options.checkout)
    if not command:
        parser.error(f"{options.checkout} has none of {', '.join(COMMANDS)}: name its command after --")
    made = make_credentials()
    accepted = made._replace(session_id=options.session_id or made.session_id)
    try:
        server = TMDBServer(any_key=not options.own_keys, credentials=accepted, status_messages=options.status_messages)
    except StatusMessagesError as error:
        parser.error(str(error))
    with server, server.intercept_processes() as variables:
        environment = {**os.environ, **credentials(server), **variables}
        print(f"{options.checkout}: {' '.join(command)}", flush=True)
        try:
            status = subprocess.run(command, cwd=options.checkout, env=environment, check=False).returncode
        except OSError as error:
            print(f"cannot run {command[0]}: {error.strerror}", file=sys.stderr)
            return 127
        print(summary(server.requests))
    return status


def usual_command(checkout: Path) -> list[str]:
    """Return the test command of a checkout's build tool; empty if there is none of them.

    Python is that of the checkout's `.venv`, if it has one.
    """
    own = checkout / ".venv" / "bin" / "python"
    python = str(own.absolute() if own.exists() else sys.executable)
    for name, command in COMMANDS.items():
        if (checkout / name).exists():
            return [part.format(python=python) for part in command]
    return []


def credentials(server: TMDBServer) -> dict[str, str]:
    """Return the variables that suites read: credentials, the user `demo` with its session, tokens and ids."""
    user = server.login()
    return {
        **dict.fromkeys(_ACCESS_TOKEN, server.access_token),
        **dict.fromkeys(_USER_TOKEN, user.access_token),
        **dict.fromkeys(_API_KEY, server.api_key),
        **dict.fromkeys(_SESSION, server.session_id),
        **dict.fromkeys(_ACCOUNT, str(user.account_id)),
        **dict.fromkeys(_ACCOUNT_OBJECT, user.account_object_id),
        "TMDB_USERNAME": "demo",
        "TMDB_PASSWORD": "demo",
    }


if __name__ == "__main__":
    sys.exit(main())
