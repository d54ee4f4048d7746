"""Results as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.measure import Result


def table(results: Iterable[Result]) -> Iterator[str]:
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
