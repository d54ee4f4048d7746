"""The cost of the rate limit, the retries and the hooks of a call; and the time of many calls under the rate limit."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from statistics import median

import httpx

from benchmarks.bodies import MOVIE_ID
from benchmarks.measure import Result, pin
from benchmarks.server_process import Address, running_server
from tests.facade.redis_server import RedisServer
from tmdb_bindings import api
from tmdb_facade import TMDB, RateLimit
from tmdb_facade._core.answer.answer import Answer
from tmdb_facade._core.client.options import Options
from tmdb_facade._core.rate.pace import Pace
from tmdb_facade._core.sending.outgoing import Call, OutgoingRequest
from tmdb_facade._runtime.exchange_threads import Exchanges
from tmdb_facade._sync.rate.limiter import LocalLimiter
from tmdb_facade._sync.senders.rate_limited import RateLimited
from tmdb_facade._sync.senders.reporting import Reporting
from tmdb_facade._sync.senders.retrying import Retrying
from tmdb_facade._sync.senders.sender import Sender
from tmdb_facade.testing import TMDBServer

#: The senders' cost, compared with a bare call.
BUDGET = 0.05
ROUNDS = 15
CALLS = 50
#: The calls under the rate limit. Their time may exceed the limit's own time by 3 %.
DETAILS = 2000
TIME_BUDGET = 1.03
LIMIT = RateLimit(40)
THREADS = 16


class _Leaf:
    """A sender that has the answer already."""

    def send(self, request: OutgoingRequest, call: Call) -> Answer:
        """Return an answer."""
        return Answer(200, {}, b"{}", request.url)

    def close(self) -> None:
        """Do nothing."""


def measure() -> Iterator[Result]:
    """Measure the senders, then many calls of one process, of four that share a file, and of two that share Redis."""
    pin(0)
    with running_server() as address:
        yield _senders(address)
    own_seconds = (DETAILS - LIMIT.requests) / LIMIT.requests * LIMIT.seconds
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        redis = RedisServer()
        redis.start()
        stack.callback(redis.stop)
        for title, processes, shared in (
            ("one process", 1, None),
            ("4 processes that share a file", 4, f"{Path(folder) / 'rate'}"),
            ("2 processes that share Redis", 2, redis.url),
        ):
            with running_server("benchmarks.governing") as address:
                seconds, refused = _run(address, processes, shared)
            if refused:
                raise RuntimeError(f"{title}: the server refused {refused} calls")
            name = f"{DETAILS} details, {title}: {seconds:.1f} s, none refused"
            yield Result(name, seconds / own_seconds, TIME_BUDGET, f"{own_seconds:.1f} s of the limit")


def _senders(address: Address) -> Result:
    leaf: Sender = _Leaf()
    exchanges = Exchanges(20)
    limiter = LocalLimiter(Pace(100_000, 0.001))
    chain: Sender = Retrying(RateLimited(Reporting(leaf), limiter, exchanges), exchanges)
    operation = api.movies.details.operation
    request = OutgoingRequest("GET", f"{address.base_url}/3/movie/{MOVIE_ID}", {}, None, operation)
    options = Options(on_request=_ignore, on_response=_ignore)
    headers = {"Authorization": f"Bearer {address.access_token}"}
    with httpx.Client(base_url=address.base_url, headers=headers) as client:
        functions: dict[str, Callable[[], object]] = {
            "bare": lambda: client.get(f"/3/movie/{MOVIE_ID}").json(),
            "chain": lambda: chain.send(request, Call(options, lambda answer: answer)),
            "leaf": lambda: leaf.send(request, Call(options, lambda answer: answer)),
        }
        rounds = [{name: _sample(function) for name, function in functions.items()} for _ in range(ROUNDS)]
    ratio = median((times["chain"] - times["leaf"]) / times["bare"] for times in rounds)
    bare = median(times["bare"] for times in rounds)
    return Result("rate limit, retries and hooks of a call, sync", ratio, BUDGET, f"{bare * 1e6:.0f} us")


def _ignore(event: object) -> None:
    """Do nothing, as a hook."""


def _sample(function: Callable[[], object]) -> float:
    start = time.process_time()
    for _ in range(CALLS):
        function()
    return (time.process_time() - start) / CALLS


def _run(address: Address, processes: int, shared: str | None) -> tuple[float, int]:
    """Return the seconds from the first to the last call, and the number of refused calls."""
    command = [sys.executable, "-m", "benchmarks.governing", *address, str(DETAILS // processes), shared or ""]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(processes)]
    outputs = [process.communicate()[0].split() for process in started]
    if any(process.returncode for process in started):
        raise RuntimeError("a process failed")
    begins, ends, refused = zip(*outputs, strict=True)
    return max(map(float, ends)) - min(map(float, begins)), sum(map(int, refused))


def call_many(address: Address, number: int, shared: str | None) -> None:
    """Call an operation many times in threads; print the times of the first and the last call, and the refusals."""
    limit = RateLimit(LIMIT.requests, LIMIT.seconds, shared=shared)
    refused: list[int] = []
    with TMDB(
        address.access_token,
        base_url=address.base_url,
        rate_limit=limit,
        on_response=lambda event: refused.append(1) if event.status == 429 else None,
    ) as tmdb:
        begin = time.time()
        with ThreadPoolExecutor(THREADS) as pool:
            list(pool.map(tmdb.movies.details, [MOVIE_ID] * number))
        print(begin, time.time(), len(refused), flush=True)


def serve() -> None:
    """Serve with TMDB's rate limit until stdin is closed."""
    with TMDBServer() as server:
        server.faults.rate_limit(LIMIT.requests)
        print(server.base_url, server.access_token, flush=True)
        sys.stdin.read()


if __name__ == "__main__":
    if len(sys.argv) == 1:
        serve()
    else:
        base_url, access_token, number, shared = sys.argv[1:]
        call_many(Address(base_url, access_token), int(number), shared or None)
