"""Writes docs/embedded-shapes.md: how the embedded TMDB's answers differ from recorded real ones, and why.

    python -m scripts.evidence.embedded_shapes [--check]

The embedded TMDB is asked about all that its catalogue holds, and the shapes of its answers are compared with those in
openapi/shapes.json (`python -m scripts.evidence.measure_shapes`); the reasons come from openapi/shape_differences.yaml. Exit codes: 0; 1
when a difference has no reason yet or a reason no difference (each is named, and the file is written all the same), and
with `--check` also when the page is not what there is; 2 when something cannot be read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from scripts.atomic_write import write_text
from scripts.evidence.embedded_probes import questions, reading
from scripts.evidence.embedded_walk import walk
from scripts.evidence.recorded_shapes import ENOUGH, AnswerShape, ShapeDifference, shape_differences
from scripts.evidence.routes import Routes
from scripts.json_io import PipelineError, load_yaml
from scripts.paths import ROOT
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.testing import TMDBServer

SHAPES = ROOT / "openapi" / "shapes.json"
REASONS = ROOT / "openapi" / "shape_differences.yaml"
OUTPUT = ROOT / "docs" / "embedded-shapes.md"

ShapeRow = tuple[str, ShapeDifference]


@dataclass(slots=True)
class Comparison:
    """The embedded TMDB's answers beside recorded ones.

    Attributes:
        since: The year from which on recordings count.
        given: The shapes of the embedded TMDB's answers by operation, as in `GET /3/movie/{movie_id}`.
        recorded: Those of the recorded ones.
        rows: The differences, each with its operation.
    """

    since: str
    given: dict[str, AnswerShape]
    recorded: dict[str, AnswerShape]
    rows: list[ShapeRow] = field(default_factory=list[ShapeRow])


class ShapeReasons:
    """The reasons that people wrote, looked up by operation and difference.

    Args:
        content: What openapi/shape_differences.yaml holds.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._rows: list[dict[str, Any]] = content["differences"]

    def find(self, operation: str, difference: ShapeDifference) -> str | None:
        """Return why an answer differs, or None."""
        for row in self._rows:
            if difference.found.startswith(row["found"]) and difference.place in row["operations"].get(operation, ()):
                return " ".join(row["reason"].split())
        return None

    def names(self) -> set[tuple[str, str, str]]:
        """Return the operation, place and finding of every difference that has a reason."""
        return {
            (operation, place, row["found"])
            for row in self._rows
            for operation, places in row["operations"].items()
            for place in places
        }


def read_recorded(content: dict[str, Any]) -> dict[str, AnswerShape]:
    """Read the shapes of openapi/shapes.json."""
    return {name: AnswerShape.from_json(name.partition(" ")[2], shape) for name, shape in content["operations"].items()}


def ask_everything() -> Iterator[httpx.Response]:
    """Ask an embedded TMDB about everything; yield its answers."""
    with TMDBServer() as server:
        headers = {"authorization": f"Bearer {server.access_token}"}
        with httpx.Client(base_url=server.base_url, headers=headers) as api:
            for path in reading():
                for url, query in questions(path):
                    yield api.get(url, params=query).raise_for_status()
        yield from walk(server)


def given_shapes(answers: Iterable[httpx.Response]) -> dict[str, AnswerShape]:
    """Return the shapes of an embedded TMDB's answers, for every operation that there is."""
    shapes = {f"{operation.method} {operation.path}": AnswerShape(operation.path) for operation in OPERATIONS}
    routes = Routes()
    for answer in answers:
        operation = routes.find(answer.request.method, answer.request.url.path)
        if operation is None:
            raise LookupError(f"{answer.request.url.path} is no operation's path")
        shapes[f"{operation.method} {operation.path}"].add(answer.json())
    return shapes


def compare_shapes(content: dict[str, Any], given: dict[str, AnswerShape]) -> Comparison:
    """Compare shapes with those of openapi/shapes.json."""
    result = Comparison(content["since"], given, read_recorded(content))
    for name, shape in sorted(given.items()):
        if name in result.recorded:
            result.rows += [(name, difference) for difference in shape_differences(shape, result.recorded[name])]
    return result


def shape_problems(comparison: Comparison, reasons: ShapeReasons) -> Iterator[str]:
    """Name operations without an answer, differences without a reason, and reasons without a difference."""
    for name, shape in comparison.given.items():
        if not shape.answers:
            yield f"{name}: it was not asked"
    for name, difference in comparison.rows:
        if reasons.find(name, difference) is None:
            yield f"{name}: {difference.place}: {difference.found} (recorded: {difference.recorded}): no reason yet"
    for name, place, found in sorted(reasons.names()):
        if not any(
            (name, place) == (other, row.place) and row.found.startswith(found) for other, row in comparison.rows
        ):
            yield f"{name}: {place}: {found}: explained, but not so"


def render_embedded_shapes(comparison: Comparison, reasons: ShapeReasons) -> str:
    """Return the content of docs/embedded-shapes.md."""
    recorded = comparison.recorded
    groups: dict[str, list[str]] = {"full": [], "some": [], "none": []}
    for name in comparison.given:
        answers = recorded[name].answers if name in recorded else 0
        groups["full" if answers >= ENOUGH else "some" if answers else "none"].append(name)
    lines = [_HEAD.format(since=comparison.since, enough=ENOUGH), "", "## Figures", ""]
    lines += _table(
        ("operations", "", "recorded answers", "differences"),
        [
            (
                title,
                str(len(groups[group])),
                f"{sum(recorded[name].answers for name in groups[group] if name in recorded):,}",
                str(sum(name in groups[group] for name, _ in comparison.rows)),
            )
            for group, title in (
                ("full", f"compared with {ENOUGH} or more recorded answers"),
                ("some", f"compared with fewer than {ENOUGH}"),
                ("none", "checked against `openapi/tmdb.json` only"),
            )
        ],
    )
    for group, title in (("full", "Differences"), ("some", "Differences from few recordings")):
        rows = [row for row in comparison.rows if row[0] in groups[group]]
        lines += ["", f"## {title}", ""]
        lines += _table(
            ("operation", "place", "the embedded TMDB", "recorded", "reason"),
            [
                (f"`{name}`", f"`{row.place}`", row.found, row.recorded, reasons.find(name, row) or "not explained yet")
                for name, row in rows
            ],
        )
    lines += ["", "## Recorded answers of each operation", ""]
    lines += _table(
        ("operation", "recorded"),
        [(f"`{name}`", str(recorded[name].answers)) for name in sorted([*groups["full"], *groups["some"]])],
    )
    lines += ["", "## Checked against the document only", "", *(f"- `{name}`" for name in sorted(groups["none"]))]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(description="Write docs/embedded-shapes.md.")
    parser.add_argument("--check", action="store_true", help="only say whether the page is what there is")
    options = parser.parse_args(arguments)
    try:
        content = json.loads(SHAPES.read_text(encoding="utf-8"))
        reasons = ShapeReasons(load_yaml(REASONS))
        before = OUTPUT.read_text(encoding="utf-8") if OUTPUT.exists() else ""
    except (OSError, ValueError, PipelineError) as error:
        print(f"embedded_shapes: {error}", file=sys.stderr)
        return 2
    comparison = compare_shapes(content, given_shapes(ask_everything()))
    found = list(shape_problems(comparison, reasons))
    text = render_embedded_shapes(comparison, reasons)
    if not options.check:
        write_text(OUTPUT, text)
    elif text != before:
        found.append("docs/embedded-shapes.md is not what there is: run python -m scripts.evidence.embedded_shapes")
    for line in found:
        print(f"embedded_shapes: {line}", file=sys.stderr)
    return 1 if found else 0


def _table(titles: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    if not rows:
        return ["None."]
    return [f"| {' | '.join(row)} |" for row in (titles, ("---",) * len(titles), *rows)]


_HEAD = """\
# The embedded TMDB beside the real one

How the answers of `tmdb_facade.testing` differ from recorded answers of TMDB. Written by `python -m scripts.evidence.embedded_shapes`;
the reasons are kept in `openapi/shape_differences.yaml`, and what was recorded, as counts of keys and types, in
`openapi/shapes.json`.

The embedded TMDB is asked about all that its catalogue holds, in several languages, and about what users do; all its answers
fit `openapi/tmdb.json`. Of the operations with at least {enough} answers recorded since {since}, every key and every type that it
gives, null among them, has to be one that was recorded, and every key that at least 95 % of the recorded objects have has to be
in each of its objects. With fewer recordings, a null that was not recorded, and a key that is missing, say nothing."""


if __name__ == "__main__":
    sys.exit(main())
