"""Faults: which of them hits which request, and what becomes of its answer. Decided by rule alone, without I/O."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import Enum
from threading import Lock
from types import TracebackType
from typing import Self, TypeAlias

from . import drift
from .error_answers import FaultAnswer
from .request_pattern import RequestPattern


class Cut(Enum):
    """How a connection ends early."""

    BEFORE = "before the answer"
    IN_THE_MIDDLE = "in the middle of the body"


class Untouched(Enum):
    """What a sequence says where a request is to be answered as ever."""

    ANSWER = "the usual answer"


@dataclass(slots=True)
class Outcome:
    """What becomes of one request.

    Attributes:
        faults: The names of the faults that hit it.
        delay: Seconds to wait before the answer.
        slowness: Seconds over which the body is spread.
        failure: What happens in the place of a whole answer.
        drifts: The rules that may change its body.
    """

    faults: list[str] = field(default_factory=list[str])
    delay: float = 0.0
    slowness: float = 0.0
    failure: FaultAnswer | Cut | Untouched | None = None
    drifts: list[Rule] = field(default_factory=list["Rule"])


# Does to an outcome what a fault does, given how often it did so before, and tells whether that counts as a use.
Act: TypeAlias = Callable[[Outcome, int], bool]


@dataclass(slots=True, eq=False)
class Rule:
    """What a fault is made of.

    Attributes:
        name: What it does.
        target: Which requests it concerns.
        times: How many of them it hits; None for all.
        act: Does to an outcome what it does.
        edits: How it changes a body.
        used: How many it has hit.
    """

    name: str
    target: RequestPattern
    times: int | None
    act: Act
    edits: tuple[drift.Edit, ...] = ()
    used: int = 0

    @property
    def is_over(self) -> bool:
        """Whether it is used up."""
        return self.times is not None and self.used >= self.times


class Fault:
    """One way in which the server misbehaves, until it is used up or removed.

    As a context manager it lasts for the block:

        with server.faults.latency(2.0, on="search_movies") as slow:
            ...
        assert slow.used == 1
    """

    def __init__(self, rule: Rule, remove: Callable[[], None]) -> None:
        """Faults are made by the methods of `Faults`."""
        self._rule = rule
        self._remove = remove

    @property
    def name(self) -> str:
        """What it does, as the request log names it."""
        return self._rule.name

    @property
    def times(self) -> int | None:
        """How many requests it hits at most; None for all."""
        return self._rule.times

    @property
    def used(self) -> int:
        """How many requests it has hit; drift counts where it changed a body, a rate limit where it refused."""
        return self._rule.used

    def remove(self) -> None:
        """End it; one that is over stays as it is."""
        self._remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.remove()

    def __repr__(self) -> str:
        often = "" if self.times is None else f" of {self.times}"
        return f"<{self.name} on {self._rule.target.name}, used {self.used}{often}>"


class Rules:
    """The faults of one server, and how they are counted. Safe to use from any thread."""

    def __init__(self, now: Callable[[], float] = time.monotonic) -> None:
        """Begin without faults.

        Args:
            now: The seconds that rate limits go by.
        """
        self._now = now
        self._lock = Lock()
        # Replaced, never changed: a request looks at it without the lock.
        self._rules: tuple[Rule, ...] = ()

    def clear(self) -> None:
        """End all faults."""
        with self._lock:
            self._rules = ()

    def decide(self, method: str, path: str) -> Outcome | None:
        """Tell what becomes of a request, and count the faults that hit it.

        Args:
            method: The HTTP method.
            path: The path, decoded.

        Returns:
            What becomes of it; None when no fault hits it.
        """
        if not self._rules:
            return None
        outcome = Outcome()
        with self._lock:
            for rule in self._rules:
                if not rule.target.fits(method, path):
                    continue
                if rule.edits:
                    outcome.drifts.append(rule)
                elif rule.act(outcome, rule.used):
                    outcome.faults.append(rule.name)
                    self._count(rule)
        return outcome if outcome.faults or outcome.drifts else None

    def change(self, outcome: Outcome, body: object) -> None:
        """Let drift change the body of a successful answer where it stands, and count what did.

        Args:
            outcome: What becomes of the request.
            body: The body, of dicts and lists that nothing else refers to.
        """
        with self._lock:
            for rule in outcome.drifts:
                if rule.is_over:
                    continue
                changed = [edit(body) for edit in rule.edits]
                if any(changed):
                    outcome.faults.append(rule.name)
                    self._count(rule)

    def __iter__(self) -> Iterator[Fault]:
        """Give the faults that are left, in their order."""
        return iter([self._handle(rule) for rule in self._rules])

    def __len__(self) -> int:
        return len(self._rules)

    def __repr__(self) -> str:
        return f"<Faults: {', '.join(map(repr, self)) or 'none'}>"

    def _add(self, name: str, on: str | None, times: int | None, act: Act, edits: tuple[drift.Edit, ...] = ()) -> Fault:
        if times is not None and times < 1:
            raise ValueError(f"a fault is used at least once, not {times} times")
        rule = Rule(name, RequestPattern(on), times, act, edits)
        with self._lock:
            self._rules += (rule,)
        return self._handle(rule)

    def _handle(self, rule: Rule) -> Fault:
        def remove() -> None:
            with self._lock:
                self._rules = tuple(one for one in self._rules if one is not rule)

        return Fault(rule, remove)

    def _count(self, rule: Rule) -> None:
        """Count a use; what is used up is taken out. The lock is held."""
        rule.used += 1
        if rule.is_over:
            self._rules = tuple(one for one in self._rules if one is not rule)
