"""Measure CPU time as ratios to a baseline, alternating between the functions within one run, and tabulate the results."""

from __future__ import annotations

import gc
import os
import statistics
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

ROUNDS = 15
# Long enough for the clock's resolution, short enough to alternate often.
SAMPLE_SECONDS = 0.02


@dataclass(frozen=True, slots=True)
class Result:
    """A row of the table.

    Attributes:
        name: What was measured.
        ratio: Our cost, divided by the cost of the baseline.
        budget: The maximum of the ratio; None without a budget.
        baseline: The cost of the baseline, with its unit.
        alternatives: The ratios of other libraries, by name.
    """

    name: str
    ratio: float
    budget: float | None
    baseline: str
    alternatives: Mapping[str, float] = field(default_factory=dict[str, float])

    @property
    def is_within_budget(self) -> bool:
        """Whether the ratio is within the budget, if there is one."""
        return self.budget is None or self.ratio <= self.budget


def ratios(
    functions: Mapping[str, Callable[[], object]],
    baseline: str,
    *,
    rounds: int = ROUNDS,
    sample_seconds: float = SAMPLE_SECONDS,
) -> tuple[dict[str, float], float]:
    """Measure the CPU time of functions, relative to one of them.

    Each round measures all functions and divides within the round, so a temporary slowdown of the machine affects both
    sides of a ratio. The result is the median over the rounds.

    Args:
        functions: The functions by name.
        baseline: The name of the function that the others are divided by.
        rounds: The number of rounds.
        sample_seconds: The duration of each measurement.

    Resamples:
        The ratio of each function, and the CPU seconds of one call of the baseline.
    """
    numbers = {name: _calibrate(function, sample_seconds) for name, function in functions.items()}
    samples = [{name: _sample(function, numbers[name]) for name, function in functions.items()} for _ in range(rounds)]
    return median_ratios(samples, baseline), statistics.median(times[baseline] for times in samples)


def median_ratios(rounds: Sequence[Mapping[str, float]], baseline: str) -> dict[str, float]:
    """Return for each name the median of its ratios to the baseline of the same round."""
    return {name: statistics.median(times[name] / times[baseline] for times in rounds) for name in rounds[0]}


def pin(core: int) -> None:
    """Pin this process to one core, if the system supports it, to reduce noise."""
    if hasattr(os, "sched_setaffinity"):
        available = sorted(os.sched_getaffinity(0))
        os.sched_setaffinity(0, {available[core % len(available)]})


def _calibrate(function: Callable[[], object], sample_seconds: float) -> int:
    """Return the number of calls that fill a sample. Also warms up the function."""
    number = 1
    while (seconds := _sample(function, number) * number) < sample_seconds:
        number = max(number + 1, int(number * min(10, sample_seconds / max(seconds, 1e-6))))
    return number


def _sample(function: Callable[[], object], number: int) -> float:
    """Return the CPU seconds of one call, garbage collection included."""
    gc.collect()
    start = time.process_time()
    for _ in range(number):
        function()
    return (time.process_time() - start) / number


def markdown_table(results: Iterable[Result]) -> Iterator[str]:
    """Yield the lines of a Markdown table with aligned columns."""
    results = list(results)
    alternatives = list(dict.fromkeys(name for result in results for name in result.alternatives))
    rows = [["", "baseline", "ours", "budget", *alternatives]]
    for result in results:
        budget = "" if result.budget is None else f"{result.budget:.2f}{'' if result.is_within_budget else ' EXCEEDED'}"
        others = [f"{result.alternatives[name]:.2f}" if name in result.alternatives else "" for name in alternatives]
        rows.append([result.name, result.baseline, f"{result.ratio:.2f}", budget, *others])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
