"""Measures the budgets and prints them as tables: `make bench`, or `python -m benchmarks [PART ...]`.

The exit code tells whether every budget was kept.
"""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable, Iterator

from benchmarks import calls, decoding, operations, paging, serving, startup
from benchmarks.bodies import make_bodies
from benchmarks.measure import Result, pin
from benchmarks.table import table


def main(arguments: list[str] | None = None) -> int:
    """Measure what is named, or all.

    Returns:
        0, or 1 when a budget was missed.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure the budgets.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"one of {', '.join(PARTS)}; all by default")
    parts: list[str] = parser.parse_args(arguments).parts
    if unknown := sorted(set(parts) - set(PARTS)):
        parser.error(f"there is no part {', '.join(unknown)}")
    print(f"Python {platform.python_version()}, {platform.machine()}; ratios, the smaller the better\n")
    missed: list[str] = []
    for name, (title, measure) in PARTS.items():
        if not parts or name in parts:
            results = list(measure())
            print(f"### {title}\n\n" + "\n".join(table(results)) + "\n", flush=True)
            missed += [f"{title}: {result.name}" for result in results if not result.is_kept]
    print("\n".join(f"over budget: {line}" for line in missed) or "every budget is kept")
    return 1 if missed else 0


def _decoding() -> Iterator[Result]:
    pin(0)
    return decoding.measure_time(make_bodies())


def _memory() -> Iterator[Result]:
    return decoding.measure_memory(make_bodies())


PARTS: dict[str, tuple[str, Callable[[], Iterator[Result]]]] = {
    "imports": ("CPU of a fresh process, against httpx", startup.measure),
    "calls": ("CPU of a call over loopback, against httpx and json()", calls.measure),
    "paging": ("Time of a walk over pages, against the waiting for them", paging.measure),
    "server": ("Embedded TMDB: time of an answer and CPU of a start, against bare Starlette", serving.measure),
    "decoding": ("CPU from bytes to models, against json.loads", _decoding),
    "operations": (
        "Every operation: answers against json.loads, calls against httpx, the worst ten",
        operations.measure,
    ),
    "memory": ("Memory of what was decoded, against dicts", _memory),
}

if __name__ == "__main__":
    sys.exit(main())
