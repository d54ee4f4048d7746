"""Measure this client beside others and write docs/comparison.md: `make bench-peers`, or `python -m benchmarks.peers`."""

from __future__ import annotations

import argparse
import os
import platform
import sys
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.measure import pin
from benchmarks.peers import measuring
from benchmarks.peers.clients import CLIENTS, Client
from benchmarks.peers.driver_process import FailedError
from benchmarks.peers.environments import FOLDER, NotInstalledError, choose_python, prepare, versions
from benchmarks.peers.figures import FIGURES, Samples, Values, missed_goals, summarize
from benchmarks.peers.measuring import Bench, Plan
from benchmarks.peers.page import RESULTS, Results, page_files, table
from benchmarks.server_process import running_server
from scripts.atomic_write import write_text
from scripts.paths import name_of

GROUPS = {
    "calls": measuring.measure_calls,
    "processes": measuring.measure_processes,
    "pages": measuring.measure_pages,
    "limited": measuring.measure_limited,
}
SURVIVED = "survived"
WHOLE = 2000
QUICK = Plan(rounds=3, calls=10, processes=2, walks=1, pages=10, limited=100)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the table and the missed goals, and write the page if nothing was left out."""
    parser = _parser()
    options = parser.parse_args(arguments)
    if unknown := sorted({*options.groups} - {*GROUPS, SURVIVED}):
        parser.error(f"unknown group {', '.join(unknown)}")
    if options.render:
        _write(Results.from_json(RESULTS.read_text(encoding="utf-8")))
        return 0
    plan = QUICK if options.quick else Plan(limited=WHOLE) if options.whole else Plan()
    results = measure(plan, options.groups, options.clients, options.python)
    print(
        "\n".join(table(results.figures))
        + "\n\n"
        + "\n".join(f"behind: {line}" for line in missed_goals(results.figures))
    )
    if options.groups or options.clients or options.quick:
        print("the page is written by whole runs only")
    else:
        _write(results)
    return 0


def measure(plan: Plan, groups: list[str], names: list[str], python: str | None) -> Results:
    """Prepare the environments and measure.

    Args:
        plan: How much is measured.
        groups: The groups of figures; empty for all.
        names: The clients besides the baselines; empty for all.
        python: The version of Python; None for the newest that all clients support.
    """
    interpreter, version = choose_python(python)
    pythons: dict[str, str] = {}
    missing: dict[str, str] = {}
    installed: dict[str, dict[str, str]] = {}
    for client in _chosen(names):
        try:
            pythons[client.name] = prepare(client.environment, interpreter, version)
            installed[client.environment.name] = versions(client.environment, pythons[client.name])
        except NotInstalledError as error:
            missing[client.name] = f"not installed: {error}"
    samples: dict[str, Samples] = {}
    failures: dict[str, dict[str, int]] = {}
    cores = os.sched_getaffinity(0) if hasattr(os, "sched_getaffinity") else set[int]()
    logs = FOLDER / "logs"
    logs.mkdir(parents=True, exist_ok=True)
    with running_server("benchmarks.peers.stub_server") as server:
        bench = Bench(pythons, server.base_url, plan, logs)
        for client in bench.clients():
            try:
                bench.check(client)
            except FailedError as error:
                missing[client.name] = str(error)
                del pythons[client.name]
        pin(0)
        for name, function in GROUPS.items():
            if name in groups or not groups:
                _progress(name)
                samples |= function(bench)
        if cores:
            os.sched_setaffinity(0, cores)
        if SURVIVED in groups or not groups:
            _progress(SURVIVED)
            found, failures = measuring.measure_survived(bench)
            samples |= found
    figures: dict[str, Values] = {
        key: summarize(FIGURES[key], {**samples[key], **missing}) for key in FIGURES if key in samples
    }
    return Results(_about(plan, version, interpreter), installed, figures, failures)


def _chosen(names: list[str]) -> list[Client]:
    return [client for client in CLIENTS if not names or client.name.startswith(("httpx", *names))]


def _about(plan: Plan, version: tuple[int, int], interpreter: str) -> dict[str, str]:
    arguments = "" if plan.limited != WHOLE else ' BENCH_PEERS_ARGS="--whole"'
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": ".".join(map(str, version)),
        "machine": f"{os.cpu_count()} cores of {platform.machine()}, {platform.system()}",
        "command": f"make bench-peers{arguments}",
        "limited": str(plan.limited),
        "limited_seconds": f"{measuring.limited_seconds(plan):.0f}",
        "rounds": str(plan.rounds),
    }


def _write(results: Results) -> None:
    write_text(RESULTS, results.to_json())
    # What the page says is what the file has, rounded.
    for path, text in page_files(Results.from_json(results.to_json())).items():
        path.parent.mkdir(parents=True, exist_ok=True)
        write_text(path, text)
        print(f"wrote {name_of(Path(path))}")


def _progress(name: str) -> None:
    print(f"{datetime.now(UTC):%H:%M:%S} {name}", file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.peers", description=(__doc__ or "").partition(":")[0])
    parser.add_argument(
        "groups", nargs="*", metavar="GROUP", help=f"any of {', '.join([*GROUPS, SURVIVED])}; default: all"
    )
    parser.add_argument("--clients", nargs="*", default=[], help="only clients whose names start so, and httpx")
    parser.add_argument("--python", help="the Python of all environments, such as 3.13")
    parser.add_argument("--quick", action="store_true", help="a few rounds, to try a change")
    parser.add_argument("--whole", action="store_true", help=f"{WHOLE} calls under the rate limit")
    parser.add_argument("--render", action="store_true", help="measure nothing: write the page from the last results")
    return parser


if __name__ == "__main__":
    sys.exit(main())
