"""Plots of the figures as SVG: a bar for each client, with its spread."""

from __future__ import annotations

import math
from collections.abc import Iterator
from html import escape

from benchmarks.peers.clients import CLIENTS, Answers
from benchmarks.peers.figures import Figure, Value, Values

COLOURS: dict[Answers, str] = {"bare": "#8a8f98", "dicts": "#d08a2e", "objects": "#4f7cac", "ours": "#2e8b57"}
LEGEND: dict[Answers, str] = {"bare": "bare library", "dicts": "dicts", "objects": "objects", "ours": "tmdb-facade"}
WIDTH, LABELS, VALUES, TOP, ROW, BAR = 760, 170, 110, 64, 22, 14
STYLE = (
    "text{font:12px sans-serif;fill:#24292f}.title{font-size:15px;font-weight:bold}.small{font-size:11px;fill:#57606a}"
)


def plot(figure: Figure, values: Values) -> str:
    """Return a plot: bars of the medians, lines from the lower to the upper quartile, and the reasons of missing values.

    Bars are on a square-root scale when the largest is more than 20 times the smallest, which the subtitle says.
    """
    numbers = [value.high for value in values.values() if isinstance(value, Value)]
    largest = max(numbers, default=0.0) or 1.0
    smallest = min(
        (value.median for value in values.values() if isinstance(value, Value) and value.median), default=1.0
    )
    compressed = largest > 20 * smallest
    height = TOP + ROW * len(values) + 12

    def x(number: float) -> float:
        share = max(number, 0.0) / largest
        return (math.sqrt(share) if compressed else share) * (WIDTH - LABELS - VALUES)

    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" role="img">',
        f"<title>{escape(figure.title)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect width="{WIDTH}" height="{height}" rx="6" fill="#ffffff"/>',
        f'<text class="title" x="12" y="22">{escape(figure.title)}</text>',
        f'<text class="small" x="12" y="40">{escape(_subtitle(figure, compressed))}</text>',
        *_legend(),
    ]
    for index, client in enumerate(client for client in CLIENTS if client.name in values):
        y, value = TOP + ROW * index, values[client.name]
        lines.append(f'<text x="{LABELS - 8}" y="{y + 11}" text-anchor="end">{escape(client.name)}</text>')
        if isinstance(value, str):
            lines.append(f'<text class="small" x="{LABELS}" y="{y + 11}">{escape(shortened(value))}</text>')
            continue
        low, median, high = (LABELS + x(number) for number in (value.low, value.median, value.high))
        middle = y + BAR / 2
        lines += [
            f'<rect x="{LABELS}" y="{y}" width="{median - LABELS:.1f}" height="{BAR}" fill="{COLOURS[client.answers]}"/>',
            f'<line x1="{low:.1f}" y1="{middle}" x2="{high:.1f}" y2="{middle}" stroke="#24292f" stroke-width="1.5"/>',
            f'<text x="{max(median, high) + 6:.1f}" y="{y + 11}">{escape(shown(figure, value))}</text>',
        ]
    return "\n".join([*lines, "</svg>", ""])


def shown(figure: Figure, value: Value) -> str:
    """Return the median of a value as text."""
    if figure.is_ratio:
        return f"{value.median:.2f}"
    return f"{value.absolute:.1f}".removesuffix(".0")


def shortened(reason: str, length: int = 60) -> str:
    """Return a reason on one line of at most `length` characters."""
    line = " ".join(reason.split())
    return line if len(line) <= length else f"{line[: length - 3]}..."


def _subtitle(figure: Figure, compressed: bool) -> str:
    unit = "ratio to bare httpx with .json() of the same style" if figure.is_ratio else figure.unit
    better = "more is better" if figure.more_is_better else "less is better"
    return f"{unit}; {better}{'; square-root scale' if compressed else ''}"


def _legend() -> Iterator[str]:
    for index, (answers, label) in enumerate(LEGEND.items()):
        x = WIDTH - 100 * (len(LEGEND) - index)
        yield f'<rect x="{x}" y="12" width="10" height="10" fill="{COLOURS[answers]}"/>'
        yield f'<text class="small" x="{x + 14}" y="21">{label}</text>'
