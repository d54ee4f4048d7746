"""Measure the figures: the clients take turns, so that other load on the machine affects all of them alike."""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import httpx

from benchmarks.peers.clients import CLIENTS, Client
from benchmarks.peers.driver_process import (
    DriverProcess,
    FailedError,
    bare_peak_kib,
    cpu_seconds,
    driver_command,
    import_command,
)
from benchmarks.peers.drivers.harness import APPEND, MOVIE_ID
from benchmarks.peers.figures import Samples

LATENCY = 0.05
PAGE_SIZE = 20
LIMIT = 40
#: CPU seconds of one sample of decoding.
DECODE_SECONDS = 0.02
#: Clients that wait most of the time can run at the same time.
PARALLEL = 4


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is measured.

    Attributes:
        rounds: Rounds of calls and decoding.
        calls: Calls of a client in a round.
        processes: Rounds of new processes.
        walks: Rounds of reading pages.
        pages: Pages to read.
        limited: Calls under the rate limit.
    """

    rounds: int = 15
    calls: int = 25
    processes: int = 9
    walks: int = 3
    pages: int = 100
    limited: int = 400


@dataclass(frozen=True, slots=True)
class Bench:
    """The environments, the server and the plan of a run.

    Attributes:
        pythons: The Python of the environment of each client that is installed, by the client's name.
        base_url: The server.
        plan: How much is measured.
        logs: The folder for what drivers print.
    """

    pythons: Mapping[str, str]
    base_url: str
    plan: Plan
    logs: Path

    def clients(self) -> list[Client]:
        """Return the clients that are installed."""
        return [client for client in CLIENTS if client.name in self.pythons]

    def start(self, client: Client) -> DriverProcess:
        """Start the driver of a client; each has its own credential."""
        log = self.logs / f"{client.name.replace(', ', '-')}.txt"
        return DriverProcess(client, self.pythons[client.name], self.base_url, self.api_key(client), log)

    def check(self, client: Client) -> None:
        """Read a movie and a page.

        Raises:
            FailedError: The client cannot be created, or reads something else.
        """
        with self.start(client) as driver:
            found = driver.ask("hello")
            if (found["movie"][0], found["rows"]) != (MOVIE_ID, PAGE_SIZE):
                raise FailedError(f"reads {found}")

    def api_key(self, client: Client) -> str:
        """Return the credential of a client."""
        return f"{1 + CLIENTS.index(client):032x}"

    @contextmanager
    def mode(self, **mode: float) -> Generator[None]:
        """Change the mode of the server."""
        httpx.get(f"{self.base_url}/mode", params=mode, timeout=10).raise_for_status()
        yield
        httpx.get(f"{self.base_url}/mode", timeout=10).raise_for_status()


def interleaved(
    bench: Bench, rounds: int, sample: Callable[[Client], float], samples: Samples, prepare: Callable[[Client], object]
) -> None:
    """Prepare each client, then take one sample of each client in every round. A client that fails gets the reason."""
    for client in bench.clients():
        samples[client.name] = []
        try:
            prepare(client)
        except FailedError as error:
            samples[client.name] = str(error)
    for _ in range(rounds):
        for client in bench.clients():
            own = samples[client.name]
            if isinstance(own, list):
                try:
                    own.append(sample(client))
                except FailedError as error:
                    samples[client.name] = str(error)


def measure_calls(bench: Bench) -> dict[str, Samples]:
    """Measure calls and decoding in one process for each client."""
    bodies = {
        "page": httpx.get(f"{bench.base_url}/3/movie/popular").text,
        "movie": httpx.get(f"{bench.base_url}/3/movie/{MOVIE_ID}?append_to_response={APPEND}").text,
    }
    results: dict[str, Samples] = {"details": {}, "page": {}, "movie": {}}
    with ExitStack() as stack:
        drivers = {client.name: stack.enter_context(bench.start(client)) for client in bench.clients()}

        def call(client: Client) -> float:
            return float(drivers[client.name].ask("details", count=bench.plan.calls)["cpu"])

        interleaved(bench, bench.plan.rounds, call, results["details"], call)
        for kind, body in bodies.items():
            results[kind] = _decoding(bench, drivers, kind, body)
    return results


def _decoding(bench: Bench, drivers: Mapping[str, DriverProcess], kind: str, body: str) -> Samples:
    """Measure decoding; each client decodes as often as fills a sample."""
    counts: dict[str, int] = {}

    def decode(client: Client) -> float:
        count = counts.get(client.name, 3)
        return float(drivers[client.name].ask("decode", count=count, kind=kind, body=body)["cpu"])

    def calibrate(client: Client) -> None:
        counts[client.name] = max(1, min(1000, int(DECODE_SECONDS / max(decode(client), 1e-6))))

    samples: Samples = {}
    interleaved(bench, bench.plan.rounds, decode, samples, calibrate)
    return samples


def measure_processes(bench: Bench) -> dict[str, Samples]:
    """Measure new processes: the import, the first answer and the peak memory."""
    results: dict[str, Samples] = {"import": {}, "first": {}, "memory": {}}

    def importing(client: Client) -> float:
        python = bench.pythons[client.name]
        return cpu_seconds(import_command(python, client.statement)) - cpu_seconds(import_command(python, "pass"))

    def first(client: Client) -> float:
        arguments = ("once", bench.base_url, bench.api_key(client))
        return cpu_seconds(driver_command(client, bench.pythons[client.name], *arguments))

    def memory(client: Client) -> float:
        with bench.start(client) as driver:
            driver.ask("details", count=20)
            driver.ask("details", count=5, append=APPEND)
            driver.ask("hello")
            return float(driver.ask("peak")["kib"]) - bare_peak_kib(bench.pythons[client.name])

    interleaved(bench, bench.plan.processes, importing, results["import"], importing)
    interleaved(bench, bench.plan.processes, first, results["first"], first)
    interleaved(bench, max(1, bench.plan.processes // 3), memory, results["memory"], lambda client: None)
    return results


def measure_pages(bench: Bench) -> dict[str, Samples]:
    """Measure the time to read pages with latency."""
    samples: Samples = {}

    def walk(client: Client) -> float:
        with bench.start(client) as driver:
            driver.ask("hello")
            found = driver.ask("walk", pages=bench.plan.pages)
            if found["movies"] != bench.plan.pages * PAGE_SIZE:
                raise FailedError(f"read {found['movies']} movies")
            return float(found["seconds"])

    with bench.mode(latency=LATENCY):
        interleaved(bench, bench.plan.walks, walk, samples, lambda client: None)
    return {"pages": samples}


def limited_seconds(plan: Plan) -> float:
    """Return the seconds after which clients send no further call: three times what the limit requires."""
    return 3 * plan.limited / LIMIT + 30


def measure_limited(bench: Bench) -> dict[str, Samples]:
    """Measure many calls under a rate limit, once."""
    seconds = limited_seconds(bench.plan)

    def run(driver: DriverProcess) -> dict[str, Any]:
        return driver.ask("limited", timeout=seconds + 60, count=bench.plan.limited, seconds=seconds)

    with bench.mode(limit=LIMIT):
        replies = _in_parallel(bench, run)
    return {
        key: {name: reply if isinstance(reply, str) else [float(reply[key])] for name, reply in replies.items()}
        for key in ("seconds", "lost")
    }


def measure_survived(bench: Bench) -> tuple[dict[str, Samples], dict[str, dict[str, int]]]:
    """Request the damaged answers; also return the kinds of damage that each client did not survive."""
    answers: list[dict[str, Any]] = httpx.get(f"{bench.base_url}/damaged", timeout=10).json()

    def run(driver: DriverProcess) -> dict[str, Any]:
        return driver.ask("survive", timeout=600, answers=answers)

    with bench.mode(damaged=1):
        replies = _in_parallel(bench, run)
    samples: Samples = {}
    failures: dict[str, dict[str, int]] = {}
    for name, reply in replies.items():
        if isinstance(reply, str):
            samples[name] = reply
            continue
        failed = [
            f"{answer['name']}: {outcome}"
            for answer, outcome in zip(answers, reply["outcomes"], strict=True)
            if outcome not in ("result", "error")
        ]
        samples[name] = [float(len(answers) - len(failed))]
        failures[name] = {key: len(list(group)) for key, group in groupby(sorted(failed))}
    return {"survived": samples}, failures


def _in_parallel(bench: Bench, run: Callable[[DriverProcess], dict[str, Any]]) -> dict[str, dict[str, Any] | str]:
    """Run each client in a new process, some at the same time; return the reply of each, or why there is none."""

    def one(client: Client) -> dict[str, Any] | str:
        try:
            with bench.start(client) as driver:
                return run(driver)
        except FailedError as error:
            return str(error)

    clients = bench.clients()
    with ThreadPoolExecutor(PARALLEL) as pool:
        return dict(zip((client.name for client in clients), pool.map(one, clients), strict=True))
