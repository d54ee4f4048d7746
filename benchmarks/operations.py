"""Every operation: its answer's bytes to models against `json.loads`, and the whole call against bare httpx.

Whole calls get their answers from memory: no network covers what they cost.
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
from benchmarks.questions import Question, ask_everything
from tmdb_bindings.runtime import Drift, decode
from tmdb_facade import TMDB
from tmdb_facade.testing import make_credentials

#: The budgets of plain answers, of those that hold several kinds of objects, and of whole calls.
PLAIN, MIXED, CALL = 1.0, 1.5, 1.05
#: All are measured briefly, and then properly those that come out worst.
BRIEF_ROUNDS, BRIEF_SECONDS = 5, 0.002
SECONDS = 0.01
CANDIDATES, WORST = 15, 10
OURS, THEIRS = "ours", "theirs"
BASE_URL = "https://api.themoviedb.org"


@dataclass(frozen=True, slots=True)
class Race:
    """Ours and theirs for one answer, and the latest figures."""

    question: Question
    ours: Callable[[], object]
    theirs: Callable[[], object]
    budget: float
    ratio: float = 0.0
    seconds: float = 0.0

    def run(self, rounds: int, sample_seconds: float) -> Race:
        """Measure."""
        contenders = {OURS: self.ours, THEIRS: self.theirs}
        found, seconds = ratios(contenders, THEIRS, rounds=rounds, sample_seconds=sample_seconds)
        return replace(self, ratio=found[OURS], seconds=seconds)

    def result(self, name: str) -> Result:
        """Make the line of the table."""
        theirs, ours = self.seconds * 1e6, self.seconds * self.ratio * 1e6
        size = len(self.question.answer.body)
        return Result(
            f"{name} {self.question.request.operation.id}",
            self.ratio,
            self.budget,
            f"{theirs:.1f} us, ours {ours:.1f} us, for {size} B",
        )


def measure() -> Iterator[Result]:
    """Measure every operation; show the middle, and those that use most of their budgets."""
    pin(0)
    questions = ask_everything()
    # Every sample begins with a collection, which need not look at all of this.
    gc.collect()
    gc.freeze()
    try:
        yield from _results("answer of", [_decoding(question) for question in questions])
        with ExitStack() as stack:
            yield from _results("call of", [_call(question, stack) for question in questions])
    finally:
        gc.unfreeze()


def _results(name: str, races: Sequence[Race]) -> Iterator[Result]:
    done = sorted((race.run(BRIEF_ROUNDS, BRIEF_SECONDS) for race in races), key=_used, reverse=True)
    middle = median(race.ratio for race in done)
    sure = sorted((race.run(ROUNDS, SECONDS) for race in done[:CANDIDATES]), key=_used, reverse=True)
    yield Result(f"{name} each of {len(races)} operations, the middle", middle, None, "")
    yield from (race.result(name) for race in sure[:WORST])


def _used(race: Race) -> float:
    """Tell how much of the budget is used."""
    return race.ratio / race.budget


def _decoding(question: Question) -> Race:
    body, operation, blocks, drift = question.answer.body, question.request.operation.id, question.blocks, Drift()
    # A body that left the fast path would be an error, not a figure.
    decode(body, question.type_, operation=operation, drift=Drift("raise"), append=blocks)

    def ours() -> object:
        return decode(body, question.type_, operation=operation, drift=drift, append=blocks)

    return Race(question, ours, partial(json.loads, body), MIXED if question.is_mixed else PLAIN)


def _call(question: Question, stack: ExitStack) -> Race:
    token, network = make_credentials().access_token, Canned(question)
    tmdb = stack.enter_context(TMDB(token, transport=network))
    headers = {"Authorization": f"Bearer {token}"}
    client = stack.enter_context(httpx.Client(base_url=BASE_URL, headers=headers, transport=network))
    request = question.request

    def theirs() -> object:
        return client.request(request.operation.method, request.path, params=request.query, json=request.body).json()

    return Race(question, partial(question.ask, tmdb), theirs, CALL)


class Canned(httpx.BaseTransport):
    """Gives the answer of a question to whatever is asked."""

    def __init__(self, question: Question, told: Callable[[httpx.Request], object] | None = None) -> None:
        """Take the answer, and whom to tell of requests."""
        self._answer = question.answer
        self._told = told

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Give it, as a network would: not yet read."""
        if self._told is not None:
            self._told(request)
        status, body = self._answer.status, self._answer.body
        headers = {"content-type": "application/json;charset=utf-8", "content-length": str(len(body))}
        return httpx.Response(status, headers=headers, stream=httpx.ByteStream(body))
