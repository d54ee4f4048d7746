"""The figures, the ratios with their spread, and the goals."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from benchmarks.peers.clients import BASELINES, CLIENTS, Client, Style

#: The most that our cost may be of the cheapest client that returns dicts.
DICTS_FACTOR = 1.35
OURS = [client for client in CLIENTS if client.answers == "ours"]


@dataclass(frozen=True, slots=True)
class Figure:
    """A column of the table.

    Attributes:
        title: The title of its plot.
        column: The short title of its column.
        explanation: One sentence on how it is measured.
        unit: The unit of its samples.
        factor: The number of units in the unit of the samples that are measured.
        is_ratio: Whether values are ratios to the baseline, else they are in the unit.
        more_is_better: Whether the highest value is the best.
    """

    title: str
    column: str
    explanation: str
    unit: str
    factor: float = 1.0
    is_ratio: bool = True
    more_is_better: bool = False


@dataclass(frozen=True, slots=True)
class Value:
    """The median over the rounds, its quartiles, and the median in the figure's unit."""

    median: float
    low: float
    high: float
    absolute: float


#: The samples of each client, one for each round, or the reason why there are none.
Samples: TypeAlias = "dict[str, list[float] | str]"
#: The values of each client, or the reason why it has none.
Values: TypeAlias = "dict[str, Value | str]"

FIGURES = {
    "details": Figure(
        "CPU time of a call", "call", "CPU time of the client's process for the details of a movie.", "us", 1e6
    ),
    "page": Figure("CPU time of decoding a page", "decode page", "Decoding 20 movies, without a network.", "us", 1e6),
    "movie": Figure(
        "CPU time of decoding a movie with ten blocks",
        "decode movie",
        "Decoding 185 kB into dicts or objects, without a network; ours includes all blocks, which it otherwise decodes when "
        "they are first read.",
        "us",
        1e6,
    ),
    "import": Figure(
        "CPU time of the import",
        "import",
        "A new process that imports the client, without the interpreter's start.",
        "ms",
        1e3,
    ),
    "first": Figure(
        "CPU time of the first answer",
        "first answer",
        "A new process from its start to its end, which requests a movie and prints its title.",
        "ms",
        1e3,
    ),
    "pages": Figure(
        "Time to read 100 pages at 50 ms latency",
        "100 pages",
        "Wall-clock time by the client's own pager, or in a loop if it has none.",
        "s",
    ),
    "seconds": Figure(
        "Time for the details of many movies under a rate limit",
        "limited: time",
        "Wall-clock time against a server that refuses more than 40 requests in any second; sync clients send one call after "
        "another, async clients 20 at once.",
        "s",
        is_ratio=False,
    ),
    "lost": Figure(
        "Calls lost under a rate limit",
        "limited: lost",
        "Calls of the same run that returned no movie.",
        "calls",
        is_ratio=False,
    ),
    "memory": Figure(
        "Peak memory",
        "memory",
        "Peak resident memory of a new process after movies with and without blocks and a page, above that of Python alone.",
        "MB",
        1 / 1024,
    ),
    "survived": Figure(
        "Damaged, null and unknown answers survived",
        "survived",
        "Of 200 answers, each requested with a new client.",
        "answers",
        is_ratio=False,
        more_is_better=True,
    ),
}


def summarize(figure: Figure, samples: Samples) -> Values:
    """Return the value of each client that has samples; ratios are to the baseline of its style in the same round."""
    values: Values = {}
    for client in (client for client in CLIENTS if client.name in samples):
        own = samples[client.name]
        if isinstance(own, str):
            values[client.name] = own
            continue
        numbers = own
        if figure.is_ratio:
            baseline = samples.get(BASELINES[client.style].name, "not measured")
            if isinstance(baseline, str):
                values[client.name] = f"no baseline: {baseline}"
                continue
            numbers = [sample / base for sample, base in zip(own, baseline, strict=True)]
        low, median, high = quartiles(numbers)
        values[client.name] = Value(median, low, high, statistics.median(own) * figure.factor)
    return values


def quartiles(numbers: Sequence[float]) -> tuple[float, float, float]:
    """Return the lower quartile, the median and the upper quartile."""
    if len(numbers) == 1:
        return numbers[0], numbers[0], numbers[0]
    low, median, high = statistics.quantiles(numbers, n=4, method="inclusive")
    return low, median, high


def missed_goals(results: Mapping[str, Values]) -> Iterator[str]:
    """Yield a line for each figure in which one of our clients misses a goal.

    The goals: the best of all clients of its style that return objects, and at most `DICTS_FACTOR` of the cost of the best
    that returns dicts. Bare libraries are the floor and not compared.
    """
    absent = missing_values(results)
    yield from (f"{client.name}: {absent[client.name]}" for client in OURS if client.name in absent)
    for key, values in results.items():
        figure = FIGURES[key]
        for ours in OURS:
            value = values.get(ours.name)
            if not isinstance(value, Value):
                continue
            for answers, factor in (("objects", 1.0), ("dicts", DICTS_FACTOR)):
                rival = _best(key, results, ours.style, answers)
                if rival and _is_worse(value.median, rival[1], factor, figure):
                    name, best = rival
                    yield f"{figure.title}: {ours.name} {value.median:.2f}, {name} ({answers}) {best:.2f}"


def missing_values(results: Mapping[str, Values]) -> dict[str, str]:
    """Return the reasons why clients have no value, by client; with the columns unless a client has no value at all."""
    missing: dict[str, str] = {}
    for client in CLIENTS:
        columns: dict[str, list[str]] = {}
        for key, values in results.items():
            if isinstance(reason := values.get(client.name), str):
                columns.setdefault(reason, []).append(FIGURES[key].column)
        reasons = [
            reason if len(keys) == len(results) else f"{reason} ({', '.join(keys)})" for reason, keys in columns.items()
        ]
        if reasons:
            missing[client.name] = "; ".join(reasons)
    return missing


def _best(key: str, results: Mapping[str, Values], style: Style, answers: str) -> tuple[str, float] | None:
    """Return the name and the median of the best client of a kind."""
    found = [
        (client.name, value.median)
        for client in CLIENTS
        if client.answers == answers
        and client.style == style
        and isinstance(value := results[key].get(client.name), Value)
        # The time of a client that loses calls says nothing.
        if key != "seconds" or has_lost_none(results, client)
    ]
    choose = max if FIGURES[key].more_is_better else min
    return choose(found, key=lambda each: each[1], default=None)


def has_lost_none(results: Mapping[str, Values], client: Client) -> bool:
    """Return whether a client lost no call under the rate limit."""
    lost = results.get("lost", {}).get(client.name)
    return isinstance(lost, Value) and lost.median == 0


def _is_worse(ours: float, best: float, factor: float, figure: Figure) -> bool:
    return ours * factor < best if figure.more_is_better else ours > best * factor
