"""How results are shown: as a Markdown table that also reads well in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from benchmarks.measure import Result


def table(results: Iterable[Result]) -> Iterator[str]:
    """Yield the lines of a Markdown table, its columns aligned."""
    results = list(results)
    rivals = list(dict.fromkeys(name for result in results for name in result.beside))
    rows = [["", "baseline", "ours", "budget", *rivals]]
    for result in results:
        budget = "" if result.budget is None else f"{result.budget:.2f}{'' if result.is_kept else ' MISSED'}"
        beside = [f"{result.beside[name]:.2f}" if name in result.beside else "" for name in rivals]
        rows.append([result.name, result.baseline, f"{result.ratio:.2f}", budget, *beside])
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    rows.insert(1, ["-" * width for width in widths])
    for row in rows:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
