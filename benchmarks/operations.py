"""All operations: decoding compared with `json.loads`, and calls compared with bare httpx.

Calls get their responses from memory, so that no network time hides the client's cost.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from statistics import median

import httpx

from benchmarks.measure import ROUNDS, Result, pin, ratios
from benchmarks.samples import OperationSample, collect_samples
from tmdb_bindings.runtime import Drift, decode
from tmdb_facade import TMDB
from tmdb_facade.testing import make_credentials

#: Budgets of answers with and without unions of models, and of calls.
DECODE_BUDGET, MIXED_DECODE_BUDGET, CALL_BUDGET = 1.0, 1.5, 1.05
#: All operations are measured briefly; those closest to their budgets are then measured longer.
BRIEF_ROUNDS, BRIEF_SECONDS = 5, 0.002
SECONDS = 0.01
CANDIDATES, WORST = 15, 10
OURS, BASELINE = "ours", "baseline"
BASE_URL = "https://api.themoviedb.org"


@dataclass(frozen=True, slots=True)
class Comparison:
    """Our function and the baseline for one operation, and the latest figures."""

    sample: OperationSample
    ours: Callable[[], object]
    baseline: Callable[[], object]
    budget: float
    ratio: float = 0.0
    seconds: float = 0.0

    def run(self, rounds: int, sample_seconds: float) -> Comparison:
        """Measure both functions."""
        functions = {OURS: self.ours, BASELINE: self.baseline}
        measured, seconds = ratios(functions, BASELINE, rounds=rounds, sample_seconds=sample_seconds)
        return replace(self, ratio=measured[OURS], seconds=seconds)

    def result(self, name: str) -> Result:
        """Return the row of the table."""
        baseline, ours = self.seconds * 1e6, self.seconds * self.ratio * 1e6
        size = len(self.sample.answer.body)
        return Result(
            f"{name} {self.sample.request.operation.id}",
            self.ratio,
            self.budget,
            f"{baseline:.1f} us, ours {ours:.1f} us, {size} B",
        )


def measure() -> Iterator[Result]:
    """Measure all operations; yield the median, and the operations closest to their budgets."""
    pin(0)
    samples = collect_samples()
    # Each measurement starts with a garbage collection, which should not traverse the samples.
    gc.collect()
    gc.freeze()
    try:
        yield from _results("decoding", [_decoding(sample) for sample in samples])
        with ExitStack() as stack:
            yield from _results("call", [_call(sample, stack) for sample in samples])
    finally:
        gc.unfreeze()


def _results(name: str, comparisons: Sequence[Comparison]) -> Iterator[Result]:
    brief = sorted((each.run(BRIEF_ROUNDS, BRIEF_SECONDS) for each in comparisons), key=_budget_use, reverse=True)
    middle = median(each.ratio for each in brief)
    longer = sorted((each.run(ROUNDS, SECONDS) for each in brief[:CANDIDATES]), key=_budget_use, reverse=True)
    yield Result(f"{name}, median of {len(comparisons)} operations", middle, None, "")
    yield from (each.result(name) for each in longer[:WORST])


def _budget_use(comparison: Comparison) -> float:
    """Return the share of the budget that is used."""
    return comparison.ratio / comparison.budget


def _decoding(sample: OperationSample) -> Comparison:
    body, operation, blocks, drift = sample.answer.body, sample.request.operation.id, sample.blocks, Drift()
    # Fail if a body leaves the fast path, instead of measuring the slow one.
    decode(body, sample.type_, operation=operation, drift=Drift("raise"), append=blocks)

    def ours() -> object:
        return decode(body, sample.type_, operation=operation, drift=drift, append=blocks)

    budget = MIXED_DECODE_BUDGET if sample.is_mixed else DECODE_BUDGET
    return Comparison(sample, ours, partial(json.loads, body), budget)


def _call(sample: OperationSample, stack: ExitStack) -> Comparison:
    credentials, transport = make_credentials(), StaticTransport(sample)
    token = credentials.access_token
    tmdb = stack.enter_context(TMDB(token, session_id=credentials.session_id, transport=transport))
    headers = {"Authorization": f"Bearer {token}"}
    client = stack.enter_context(httpx.Client(base_url=BASE_URL, headers=headers, transport=transport))
    request = sample.request

    def baseline() -> object:
        return client.request(request.operation.method, request.path, params=request.query, json=request.body).json()

    return Comparison(sample, partial(sample.call, tmdb), baseline, CALL_BUDGET)


class StaticTransport(httpx.BaseTransport):
    """A transport that returns a sample's answer for every request."""

    def __init__(self, sample: OperationSample, on_request: Callable[[httpx.Request], object] | None = None) -> None:
        """Create a transport.

        Args:
            sample: The sample whose answer is returned.
            on_request: Called with each request.
        """
        self._answer = sample.answer
        self._on_request = on_request

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Return a response whose body is not read yet, as from a network."""
        if self._on_request is not None:
            self._on_request(request)
        status, body = self._answer.status, self._answer.body
        headers = {"content-type": "application/json;charset=utf-8", "content-length": str(len(body))}
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))
