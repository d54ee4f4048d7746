"""The options of `serve` and `run` that make the server fail."""

from __future__ import annotations

import argparse
import math
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tmdb_facade.testing import Faults


class FaultFileError(ValueError):
    """A file of faults cannot be used."""


def add_fault_options(parser: argparse.ArgumentParser) -> None:
    """Add the options to a parser."""
    group = parser.add_argument_group("faults")
    group.add_argument(
        "--faults",
        type=Path,
        metavar="FILE",
        help="JSON file of faults, a timeline or a recorded outage, or a HAR file; timelines start with the first request",
    )
    group.add_argument("--latency", type=_seconds, metavar="SECONDS", help="wait before each answer")
    group.add_argument(
        "--rate-limit", type=_limit, metavar="N", help="answer 429 to requests beyond N per second and client address"
    )


def add_faults(faults: Faults, options: argparse.Namespace) -> None:
    """Add the faults of the options.

    Args:
        faults: The faults of the server.
        options: The options of the command line.

    Raises:
        FaultFileError: The file cannot be read, or a fault in it is wrong; the message says what to correct.
    """
    if options.faults is not None:
        from tmdb_facade.testing import load_faults
        from tmdb_facade.testing.faults.timeline import Timeline

        try:
            for fault in load_faults(faults, options.faults):
                # The program may start much later than the server.
                if isinstance(fault, Timeline):
                    fault.start_with_next_request()
        except OSError as error:
            raise FaultFileError(f"cannot read {options.faults}: {error.strerror}") from error
        except ValueError as error:
            raise FaultFileError(str(error)) from error
    if options.latency is not None:
        faults.latency(options.latency)
    if options.rate_limit is not None:
        # As TMDB's: by address, and without `Retry-After`.
        faults.rate_limit(options.rate_limit, by_address=True, retry_after=False)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of seconds above 0")
    return seconds


def _limit(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and int(text) > 0):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of requests above 0")
    return int(text)
