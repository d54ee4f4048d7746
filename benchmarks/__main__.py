"""Run the benchmarks and print the results as tables: `make bench`, or `python -m benchmarks [PART ...]`."""

from __future__ import annotations

import argparse
import platform
import sys
from collections.abc import Callable, Iterator

from benchmarks import caching, calls, decoding, governing, operations, paging, serving, startup, state_file
from benchmarks.bodies import make_bodies
from benchmarks.measure import Result, markdown_table, pin


def main(arguments: list[str] | None = None) -> int:
    """Run the named parts, or all of them.

    Returns:
        The exit code: 1 if a budget is exceeded, else 0.
    """
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Run the benchmarks.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"any of {', '.join(PARTS)}; default: all")
    parts: list[str] = parser.parse_args(arguments).parts
    if unknown := sorted(set(parts) - set(PARTS)):
        parser.error(f"unknown part {', '.join(unknown)}; choose from {', '.join(PARTS)}")
    print(f"Python {platform.python_version()}, {platform.machine()}; ratios, smaller is better\n")
    exceeded: list[str] = []
    for name, (title, measure) in PARTS.items():
        if not parts or name in parts:
            results = list(measure())
            print(f"### {title}\n\n" + "\n".join(markdown_table(results)) + "\n", flush=True)
            exceeded += [f"{title}: {result.name}" for result in results if not result.is_within_budget]
    print("\n".join(f"over budget: {line}" for line in exceeded) or "all budgets are met")
    return 1 if exceeded else 0


def _decoding() -> Iterator[Result]:
    pin(0)
    return decoding.measure_time(make_bodies())


def _memory() -> Iterator[Result]:
    return decoding.measure_memory(make_bodies())


PARTS: dict[str, tuple[str, Callable[[], Iterator[Result]]]] = {
    "imports": ("CPU time of a new process, compared with httpx", startup.measure),
    "calls": ("CPU time of a call over loopback, compared with httpx and json()", calls.measure),
    "caching": (
        "CPU time of an answer from the cache, compared with an uncached call of httpx and json()",
        caching.measure,
    ),
    "governing": (
        "Rate limit, retries and hooks, compared with httpx and with the limit's own time",
        governing.measure,
    ),
    "paging": ("Time to iterate over pages, compared with the latency", paging.measure),
    "server": ("Embedded TMDB: response time and startup CPU time, compared with bare Starlette", serving.measure),
    "state": ("CPU time of opening a state file, compared with sqlite3 and json", state_file.measure),
    "decoding": ("CPU time of decoding, compared with json.loads", _decoding),
    "operations": (
        "All operations: decoding compared with json.loads, calls compared with httpx; the ten closest to their budgets",
        operations.measure,
    ),
    "memory": ("Memory of decoded answers, compared with dicts", _memory),
}

if __name__ == "__main__":
    sys.exit(main())
