"""The faults of a server: adding, counting and removing them, and deciding on requests, without I/O."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from types import TracebackType
from typing import Self

from . import drift
from .calls import remember_calls
from .conditions import NO_CONDITIONS, NO_SOCKET, Conditions, Sender
from .outcome import Act, Outcome, Rule, RuleSet
from .request_pattern import RequestPattern


class Fault:
    """An injected fault; it applies until it is used up or removed.

    As a context manager, it is removed at the end of the block:

        with server.faults.latency(2.0, on="search_movies") as slow:
            ...
        assert slow.used == 1

    Attributes:
        rule: The data of the fault, which the server uses.
    """

    def __init__(self, rule: Rule, remove: Callable[[], None]) -> None:
        """Create a fault; the methods of `Faults` call this."""
        self.rule: Rule = rule
        self._remove = remove

    @property
    def id(self) -> int:
        """The number of the fault, which no other fault of the server has."""
        return self.rule.number

    @property
    def name(self) -> str:
        """A description of the fault, which the request log shows too."""
        return self.rule.name

    @property
    def times(self) -> int | None:
        """The number of requests to hit; None for all."""
        return self.rule.times

    @property
    def used(self) -> int:
        """The number of requests hit so far. Drift counts changed answers, a rate limit counts 429 answers."""
        return self.rule.used

    def remove(self) -> None:
        """Remove the fault; does nothing if it is used up or removed already."""
        self._remove()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.remove()

    def __repr__(self) -> str:
        often = "" if self.times is None else f" of {self.times}"
        return f"<{self.name} on {self.rule.target}, used {self.used}{often}>"


class Rules:
    """The rules of one server's faults. Thread-safe.

    Each public method of a subclass that returns a `Fault` creates one; the fault remembers the call.
    """

    def __init_subclass__(cls) -> None:
        remember_calls(cls)

    def __init__(self, now: Callable[[], float] = time.monotonic, clock: Callable[[], float] = time.monotonic) -> None:
        """Create an empty set of rules.

        Args:
            now: Returns the time in seconds, for rate limits.
            clock: Returns the time of the server's clock in seconds, for timelines.
        """
        self._now = now
        self._clock = clock
        self._kept = RuleSet()
        self._conditions: Conditions = NO_CONDITIONS

    def clear(self) -> None:
        """Remove all faults."""
        with self._kept.lock:
            self._kept.rules = ()

    def decide(self, method: str, path: str, sender: Sender = NO_SOCKET) -> Outcome | None:
        """Return the outcome of a request, and count the faults that hit it.

        Args:
            method: The HTTP method.
            path: The decoded path.
            sender: The client of the request; by default one without a socket.

        Returns:
            The outcome; None if no fault hits the request.

        Raises:
            RuntimeError: A fault needs a socket, and the request has none.
        """
        if not self._kept.rules:
            return None
        outcome = Outcome(method, path, sender)
        with self._kept.lock:
            self._kept.apply(outcome)
        return outcome if outcome.faults or outcome.drifts else None

    def change(self, outcome: Outcome, body: object) -> None:
        """Apply drift to the body of a successful answer, in place, and count the faults that changed it.

        Args:
            outcome: The outcome of the request.
            body: The body, of dicts and lists that nothing else refers to.
        """
        with self._kept.lock:
            for rule in outcome.drifts:
                if rule.is_used_up:
                    continue
                changed = [edit(body) for edit in rule.edits]
                if any(changed):
                    outcome.faults.append(rule.name)
                    self._kept.count(rule)

    def __iter__(self) -> Iterator[Fault]:
        """Iterate over the remaining faults, oldest first."""
        return iter([self._handle(rule) for rule in self._kept.rules])

    def __len__(self) -> int:
        return len(self._kept.rules)

    def __repr__(self) -> str:
        return f"<Faults: {', '.join(map(repr, self)) or 'none'}>"

    def _add(
        self,
        name: str,
        on: str | None,
        times: int | None,
        act: Act | None,
        edits: tuple[drift.Edit, ...] = (),
        *,
        repeats_first_page: bool = False,
    ) -> Fault:
        if times is not None and times < 1:
            raise ValueError(f"times must be at least 1, got {times}")
        rule = Rule(
            name,
            RequestPattern(on),
            times,
            act,
            edits,
            repeats_first_page,
            number=next(self._kept.numbers),
            conditions=self._conditions,
        )
        self._kept.add(rule)
        return self._handle(rule)

    def _handle(self, rule: Rule) -> Fault:
        kept = self._kept
        return Fault(rule, lambda: kept.remove(rule))
