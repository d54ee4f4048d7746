"""Run the test suite of another TMDB client on the embedded TMDB: `make foreign CHECKOUT=../tmdbsimple`.

    python -m scripts.foreign CHECKOUT                     # the usual command of the checkout's build tool
    python -m scripts.foreign CHECKOUT -- pytest tests     # another command
    python -m scripts.foreign --own-keys CHECKOUT          # for suites that test invalid keys

The checkout and what its suite needs must be there: nothing is fetched. The suite runs unchanged. Its requests to TMDB's hosts
go to an embedded server that accepts every key, or only those of the environment. The summary at the end lists them by operation
and status, and the records that the catalogue lacks. The credentials are in the environment under the names that clients use.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tmdb_facade.testing import TMDBServer
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
    "TMDB_ACCESS_TOKEN",
    "TMDB_BEARER_TOKEN",
    "TMDB_READ_ACCESS_TOKEN",
    "TMDB_TOKEN",
    "TMDB_V4_ACCESS",
    "ACCESS_TOKEN",
)
_API_KEY = ("TMDB_API_KEY", "TMDB_KEY", "TMDB_APIKEY", "API_KEY", "APIKEY", "MOVIEDB_API_KEY")
_SESSION = ("TMDB_SESSION_ID", "TMDB_SESSION", "SESSION_ID")


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return the exit status of the suite."""
    parser = argparse.ArgumentParser(prog="python -m scripts.foreign", description="Run the suite of another client.")
    parser.add_argument("checkout", type=Path)
    parser.add_argument(
        "--own-keys", action="store_true", help="accept only the keys of the environment, for tests of invalid ones"
    )
    parser.add_argument("command", nargs=argparse.REMAINDER, metavar="-- COMMAND")
    options = parser.parse_args(arguments)
    given = options.command[1:] if options.command[:1] == ["--"] else options.command
    if not options.checkout.is_dir():
        parser.error(f"{options.checkout} is not a folder")
    command = given or usual_command(options.checkout)
    if not command:
        parser.error(f"{options.checkout} has none of {', '.join(COMMANDS)}: name its command after --")
    with TMDBServer(any_key=not options.own_keys) as server, server.intercept_processes() as variables:
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
    """Return the variables that suites read: credentials, the user `demo` and its session."""
    return {
        **dict.fromkeys(_ACCESS_TOKEN, server.access_token),
        **dict.fromkeys(_API_KEY, server.api_key),
        **dict.fromkeys(_SESSION, server.session_id),
        "TMDB_USERNAME": "demo",
        "TMDB_PASSWORD": "demo",
    }


if __name__ == "__main__":
    sys.exit(main())
