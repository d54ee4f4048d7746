"""Timelines: faults that change with the number of requests and the time of the server's clock."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from .outcome import Outcome, Phase, Rule, RuleSet
from .rules import Fault

F = TypeVar("F")


class Progress:
    """Which phase of a timeline is the current one."""

    def __init__(self, began: float | None) -> None:
        """Begin with the first phase.

        Args:
            began: The time in seconds; None begins with the first request.
        """
        self._began = began
        self._index = 0
        self._requests = 0

    def phase(self, phases: Sequence[Phase], now: float) -> int:
        """Return the index of the phase at a time, which is the number of phases after the last one."""
        while self._began is not None and self._index < len(phases):
            seconds = phases[self._index].seconds
            if seconds is None or now < self._began + seconds:
                break
            self._end_phase(self._began + seconds)
        return self._index

    def arrive(self, phases: Sequence[Phase], now: float) -> int:
        """Count a request, and return the index of its phase."""
        if self._began is None:
            self._began = now
        index = self.phase(phases, now)
        self._requests += 1
        if index < len(phases) and phases[index].requests == self._requests:
            self._end_phase(now)
        return index

    def _end_phase(self, at: float) -> None:
        self._index += 1
        self._began, self._requests = at, 0


class Timeline(Fault, Generic[F]):
    """Phases that follow each other, each with faults of its own: `server.faults.timeline()`.

    Its `used` counts the requests that a fault of a phase hit, apart from drift.
    """

    def __init__(
        self,
        rule: Rule,
        kept: RuleSet,
        remove: Callable[[], None],
        clock: Callable[[], float],
        scope: Callable[[RuleSet], F],
    ) -> None:
        """Create a timeline without phases; `Faults.timeline` calls this."""
        super().__init__(rule, remove)
        self._kept = kept
        self._clock = clock
        self._scope = scope
        self._phases: list[Phase] = []
        self._progress = Progress(clock())
        rule.phases, rule.act = self._phases, self._act

    def phase(self, *, requests: int | None = None, seconds: float | None = None) -> F:
        """Add a phase after the others. Without a length, it does not end.

        Args:
            requests: The number of requests, for a phase that ends after the last of them arrived.
            seconds: The seconds of the server's clock, which `server.clock.advance` moves.

        Returns:
            The faults of the phase, with the methods of `server.faults`. Without any, it answers as usual.

        Raises:
            ValueError: Both lengths are passed, one is not positive, or the phase before does not end.
        """
        if requests is not None and seconds is not None:
            raise ValueError("a phase ends after requests or after seconds, not both")
        if requests is not None and requests < 1:
            raise ValueError(f"requests must be at least 1, got {requests}")
        if seconds is not None and not 0 < seconds < math.inf:
            raise ValueError(f"seconds must be positive and finite, got {seconds}")
        if self._phases and self._phases[-1].requests is None and self._phases[-1].seconds is None:
            raise ValueError("the phase before does not end: pass its requests or seconds")
        rules = RuleSet(self._kept.lock, self._kept.numbers)
        with self._kept.lock:
            self._phases.append(Phase(requests, seconds, rules))
        return self._scope(rules)

    def start_with_next_request(self) -> None:
        """Start the first phase again, with the next request that the timeline is on.

        Otherwise, its seconds count from the call that created the timeline.
        """
        with self._kept.lock:
            self._progress = Progress(None)

    @property
    def is_over(self) -> bool:
        """Whether all phases have ended."""
        with self._kept.lock:
            return self._progress.phase(self._phases, self._clock()) == len(self._phases)

    def _act(self, outcome: Outcome, used: int) -> bool:
        index = self._progress.arrive(self._phases, self._clock())
        return index < len(self._phases) and self._phases[index].rules.apply(outcome)
