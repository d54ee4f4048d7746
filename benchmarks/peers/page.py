"""The page of the comparison: made from the results, which are kept beside this module."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from benchmarks.peers.clients import CLIENTS, Client
from benchmarks.peers.figures import FIGURES, Figure, Value, Values, has_lost_none, missed_goals, missing_values
from benchmarks.peers.plots import plot, shown
from scripts.paths import ROOT
from scripts.text_templates import template_environment

RESULTS = Path(__file__).with_name("results.json")
PAGE = ROOT / "docs" / "comparison.md"
PLOTS = ROOT / "docs" / "assets" / "comparison"
TEMPLATE = "page.md.jinja"


@dataclass(frozen=True, slots=True)
class Results:
    """The figures of a run, and its conditions.

    Attributes:
        about: The date, the Python, the kind of machine, the command and the numbers of rounds and calls.
        versions: The versions of the distributions in the environment of each client.
        figures: The values by figure and client.
        failures: The kinds of damage that each client did not survive, with their numbers.
    """

    about: Mapping[str, str]
    versions: Mapping[str, Mapping[str, str]]
    figures: Mapping[str, Values]
    failures: Mapping[str, Mapping[str, int]]

    def to_json(self) -> str:
        """Return the JSON of the results, with rounded numbers."""
        figures = {
            key: {name: value if isinstance(value, str) else _rounded(value) for name, value in values.items()}
            for key, values in self.figures.items()
        }
        return json.dumps({**asdict(self), "figures": figures}, indent=1, ensure_ascii=False) + "\n"

    @staticmethod
    def from_json(text: str) -> Results:
        """Return the results that `to_json` wrote."""
        content = json.loads(text)
        figures: dict[str, Values] = {
            key: {name: value if isinstance(value, str) else Value(**value) for name, value in values.items()}
            for key, values in content["figures"].items()
        }
        return Results(content["about"], content["versions"], figures, content["failures"])


def page_files(results: Results) -> dict[Path, str]:
    """Return the text of the page and of its plots by path."""
    files = {PLOTS / f"{key}.svg": plot(FIGURES[key], values) for key, values in results.figures.items()}
    text = (
        template_environment(Path(__file__).parent)
        .get_template(TEMPLATE)
        .render(
            about=results.about,
            versions=results.versions,
            figures={key: FIGURES[key] for key in results.figures},
            table="\n".join(table(results.figures)),
            spread="\n".join(spread_table(results.figures)),
            missing=missing_values(results.figures),
            missed=list(missed_goals(results.figures)),
            failures={name: _most_frequent(kinds) for name, kinds in results.failures.items()},
        )
    )
    return {PAGE: text, **files}


def table(figures: Mapping[str, Values]) -> Iterator[str]:
    """Yield the lines of the table: a line for each client, a column for each figure."""
    keys = list(figures)
    yield from _markdown(
        ["client", *(FIGURES[key].column for key in keys)],
        [[client.name, *(_cell(key, figures, client) for key in keys)] for client in _clients(figures)],
    )


def spread_table(figures: Mapping[str, Values]) -> Iterator[str]:
    """Yield the lines of the table of quartiles, and of the baselines' medians in units."""
    keys = [key for key in figures if FIGURES[key].is_ratio]
    yield from _markdown(
        ["client", *(f"{FIGURES[key].column}, {FIGURES[key].unit}" for key in keys)],
        [
            [client.name, *(_spread(FIGURES[key], figures[key].get(client.name)) for key in keys)]
            for client in _clients(figures)
        ],
    )


def _clients(figures: Mapping[str, Values]) -> list[Client]:
    measured = {name for values in figures.values() for name in values}
    return [client for client in CLIENTS if client.name in measured]


def _cell(key: str, figures: Mapping[str, Values], client: Client) -> str:
    value = figures[key].get(client.name, "")
    if isinstance(value, str):
        return "n/a"
    text = shown(FIGURES[key], value)
    # The time of a client that loses calls says nothing.
    return text if key != "seconds" or has_lost_none(figures, client) else f"({text})"


def _spread(figure: Figure, value: Value | str | None) -> str:
    if not isinstance(value, Value):
        return ""
    absolute = f"{value.absolute:.0f}" if value.absolute >= 100 else f"{value.absolute:.3g}"
    return f"{value.low:.2f} to {value.high:.2f}; {absolute}"


def _markdown(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    cells = [[cell.replace("|", "\\|") for cell in row] for row in [head, *rows]]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    cells.insert(1, ["-" * width for width in widths])
    for row in cells:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


def _most_frequent(kinds: Mapping[str, int]) -> str:
    """Return the kinds of damage, the most frequent first."""
    ordered = sorted(kinds.items(), key=lambda kind: (-kind[1], kind[0]))
    return "; ".join(f"{name} ({count})" for name, count in ordered[:6]) + ("; ..." if len(ordered) > 6 else "")


def _rounded(value: Value) -> dict[str, float]:
    return {name: float(f"{number:.4g}") for name, number in asdict(value).items()}
