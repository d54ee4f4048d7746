"""How things are compared: in turns, within one run, by the CPU time of this process."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

ROUNDS = 15
# Long enough for the clock and for what else the machine does, short enough to take turns often.
SAMPLE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Result:
    """One line of the table.

    Attributes:
        name: What was measured.
        ratio: Ours, divided by the baseline.
        budget: The most that the ratio may be; None where there is no promise.
        baseline: What one of the baseline costs, with its unit.
        beside: The ratios of what users might take instead.
    """

    name: str
    ratio: float
    budget: float | None
    baseline: str
    beside: Mapping[str, float] = field(default_factory=dict[str, float])

    @property
    def is_kept(self) -> bool:
        """Whether the budget, if there is one, is kept."""
        return self.budget is None or self.ratio <= self.budget


def ratios(
    contenders: Mapping[str, Callable[[], object]],
    baseline: str,
    *,
    rounds: int = ROUNDS,
    sample_seconds: float = SAMPLE_SECONDS,
) -> tuple[dict[str, float], float]:
    """Time functions against one of them.

    Each round times all of them one after the other and compares within the round, so what slows the machine for a
    while slows both sides of a ratio. The median over the rounds counts.

    Args:
        contenders: The functions by name.
        baseline: The name of the one that the others are divided by.
        rounds: How often they take turns.
        sample_seconds: How long each turn is.

    Returns:
        The ratio of each, and the CPU seconds of one call of the baseline.
    """
    numbers = {name: _calibrate(function, sample_seconds) for name, function in contenders.items()}
    turns = [{name: _sample(function, numbers[name]) for name, function in contenders.items()} for _ in range(rounds)]
    return compare(turns, baseline), statistics.median(times[baseline] for times in turns)


def compare(rounds: Sequence[Mapping[str, float]], baseline: str) -> dict[str, float]:
    """Return the median over the rounds of each one's ratio to the baseline of its own round."""
    return {name: statistics.median(times[name] / times[baseline] for times in rounds) for name in rounds[0]}


def pin(core: int) -> None:
    """Keep this process on one core, where the system lets it: what else runs then disturbs it less."""
    if hasattr(os, "sched_setaffinity"):
        available = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {available[core % len(available)]})


def _calibrate(function: Callable[[], object], sample_seconds: float) -> int:
    """Return how many calls fill a sample, and warm up meanwhile."""
    number = 1
    while (seconds := _sample(function, number) * number) < sample_seconds:
        number = max(number + 1, int(number * min(10, sample_seconds / max(seconds, 1e-6))))
    return number


def _sample(function: Callable[[], object], number: int) -> float:
    """Return the CPU seconds of one call, garbage collection included: users pay for it too."""
    gc.collect()
    start = time.process_time()
    for _ in range(number):
        function()
    return (time.process_time() - start) / number
