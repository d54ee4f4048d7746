"""Programs around the embedded TMDB: `python -m tmdb_facade.testing serve`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Mapping
from typing import Protocol

from .commands import record, run, serve


class _Command(Protocol):
    """The functions of a module with a command."""

    @property
    def HELP(self) -> str: ...  # noqa: N802  # a constant of the module
    @property
    def add_options(self) -> Callable[[argparse.ArgumentParser], None]: ...
    @property
    def run(self) -> Callable[[argparse.Namespace], int]: ...


_COMMANDS: Mapping[str, _Command] = {"record": record, "run": run, "serve": serve}


def main(arguments: list[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The command line; by default the arguments of this process.

    Returns:
        The exit status: 0 after success, 1 after an error of the command.
    """
    parser = argparse.ArgumentParser(prog="python -m tmdb_facade.testing", description="An embedded TMDB.")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, command in _COMMANDS.items():
        command.add_options(commands.add_parser(name, help=command.HELP, description=command.HELP))
    options = parser.parse_args(arguments)
    status: int = _COMMANDS[options.command].run(options)
    return status


if __name__ == "__main__":
    sys.exit(main())
