"""Write docs/embedded-shapes.md, the report of how the embedded TMDB's answers differ from recorded ones.

    python -m scripts.evidence.embedded_shapes [--check]

The shapes of the embedded TMDB's answers are compared with openapi/shapes.json (`python -m scripts.evidence.measure`);
the reasons come from openapi/shape_differences.yaml. Exit codes: 0; 1 if a difference has no reason or a reason no
difference (the file is still written), and with `--check` also if the page is out of date; 2 if an input cannot be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx

from scripts.evidence.embedded_probes import probes, read_paths
from scripts.evidence.embedded_walk import walk
from scripts.evidence.recorded_shapes import ENOUGH, AnswerShape, ShapeDifference, shape_differences
from scripts.evidence.recordings import find_operation
from scripts.json_io import PipelineError, load_yaml
from scripts.paths import ROOT
from scripts.written_files import markdown_table, parse_check, write_or_compare
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.testing import TMDBServer

SHAPES = ROOT / "openapi" / "shapes.json"
REASONS = ROOT / "openapi" / "shape_differences.yaml"
OUTPUT = ROOT / "docs" / "embedded-shapes.md"

ShapeRow = tuple[str, ShapeDifference]


@dataclass(slots=True)
class Comparison:
    """The shapes of the embedded TMDB's answers and of recorded ones.

    Attributes:
        since: The first year of the recordings.
        embedded: The shapes of the embedded TMDB's answers by operation, such as `GET /3/movie/{movie_id}`.
        recorded: The shapes of the recorded answers by operation.
        rows: The differences with their operations.
    """

    since: str
    embedded: dict[str, AnswerShape]
    recorded: dict[str, AnswerShape]
    rows: list[ShapeRow] = field(default_factory=list[ShapeRow])


class ShapeReasons:
    """The hand-written reasons for differences, by operation and difference.

    Args:
        content: The content of openapi/shape_differences.yaml.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._rows: list[dict[str, Any]] = content["differences"]

    def find(self, operation: str, difference: ShapeDifference) -> str | None:
        """Return the reason for a difference, or None."""
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
    """Parse the shapes of openapi/shapes.json."""
    return {name: AnswerShape.from_json(name.partition(" ")[2], shape) for name, shape in content["operations"].items()}


def request_everything() -> Iterator[httpx.Response]:
    """Send every probe and the walk to an embedded TMDB; yield its answers."""
    with TMDBServer() as server:
        headers = {"authorization": f"Bearer {server.access_token}"}
        with httpx.Client(base_url=server.base_url, headers=headers) as api:
            for path in read_paths():
                for url, query in probes(path):
                    yield api.get(url, params=query).raise_for_status()
        yield from walk(server)


def embedded_shapes(answers: Iterable[httpx.Response]) -> dict[str, AnswerShape]:
    """Return the shapes of an embedded TMDB's answers for each operation."""
    shapes = {f"{operation.method} {operation.path}": AnswerShape(operation.path) for operation in OPERATIONS}
    for answer in answers:
        operation = find_operation(answer.request.method, answer.request.url.path)
        if operation is None:
            raise LookupError(f"{answer.request.url.path} matches no operation")
        shapes[f"{operation.method} {operation.path}"].add(answer.json())
    return shapes


def compare_shapes(content: dict[str, Any], embedded: dict[str, AnswerShape]) -> Comparison:
    """Compare the embedded TMDB's shapes with the content of openapi/shapes.json."""
    result = Comparison(content["since"], embedded, read_recorded(content))
    for name, shape in sorted(embedded.items()):
        if name in result.recorded:
            result.rows += [(name, difference) for difference in shape_differences(shape, result.recorded[name])]
    return result


def shape_problems(comparison: Comparison, reasons: ShapeReasons) -> Iterator[str]:
    """Yield the operations without an answer, differences without a reason, and reasons without a difference."""
    for name, shape in comparison.embedded.items():
        if not shape.answers:
            yield f"{name}: not requested"
    for name, difference in comparison.rows:
        if reasons.find(name, difference) is None:
            yield f"{name}: {difference.place}: {difference.found} (recorded: {difference.recorded}): no reason"
    for name, place, found in sorted(reasons.names()):
        if not any(
            (name, place) == (other, row.place) and row.found.startswith(found) for other, row in comparison.rows
        ):
            yield f"{name}: {place}: {found}: has a reason, but does not differ"


def render_embedded_shapes(comparison: Comparison, reasons: ShapeReasons) -> str:
    """Return the content of docs/embedded-shapes.md."""
    recorded = comparison.recorded
    groups: dict[str, list[str]] = {"full": [], "some": [], "none": []}
    for name in comparison.embedded:
        answers = recorded[name].answers if name in recorded else 0
        groups["full" if answers >= ENOUGH else "some" if answers else "none"].append(name)
    lines = [_HEAD.format(since=comparison.since, enough=ENOUGH), "", "## Figures", ""]
    figures = [
        (
            title,
            f"{len(groups[group])}",
            f"{sum(recorded[name].answers for name in groups[group] if name in recorded):,}",
            f"{sum(name in groups[group] for name, _ in comparison.rows)}",
        )
        for group, title in (
            ("full", f"compared with {ENOUGH} or more recorded answers"),
            ("some", f"compared with fewer than {ENOUGH}"),
            ("none", "validated against `openapi/tmdb.json` only"),
        )
    ]
    lines += markdown_table(("operations", "number", "recorded answers", "differences"), figures)
    for group, title in (("full", "Differences"), ("some", "Differences from few recordings")):
        rows = [
            (f"`{name}`", f"`{row.place}`", row.found, row.recorded, reasons.find(name, row) or "no reason")
            for name, row in comparison.rows
            if name in groups[group]
        ]
        titles = ("operation", "place", "embedded TMDB", "recorded", "reason")
        lines += ["", f"## {title}", "", *markdown_table(titles, rows)]
    counts = [(f"`{name}`", f"{recorded[name].answers}") for name in sorted([*groups["full"], *groups["some"]])]
    lines += ["", "## Recorded answers of each operation", "", *markdown_table(("operation", "recorded"), counts)]
    lines += ["", "## Validated against the document only", "", *(f"- `{name}`" for name in sorted(groups["none"]))]
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    check = parse_check(__doc__, arguments)
    try:
        content = json.loads(SHAPES.read_text(encoding="utf-8"))
        reasons = ShapeReasons(load_yaml(REASONS))
    except (OSError, ValueError, PipelineError) as error:
        print(f"embedded_shapes: {error}", file=sys.stderr)
        return 2
    comparison = compare_shapes(content, embedded_shapes(request_everything()))
    found = list(shape_problems(comparison, reasons))
    for line in found:
        print(f"embedded_shapes: {line}", file=sys.stderr)
    text = render_embedded_shapes(comparison, reasons)
    is_current = write_or_compare(OUTPUT, text, "python -m scripts.evidence.embedded_shapes", check=check)
    return 0 if is_current and not found else 1


_HEAD = """\
# Shapes of the embedded TMDB's answers

How the answers of `tmdb_facade.testing` differ from recorded TMDB answers. `python -m scripts.evidence.embedded_shapes` writes this
page; the reasons come from `openapi/shape_differences.yaml`, the shapes of recorded answers (counts of keys and types) from
`openapi/shapes.json`.

The requests cover the whole catalogue in several languages, and users, guests and lists; all answers validate against
`openapi/tmdb.json`. For operations with at least {enough} answers recorded since {since}, each key and type of the embedded TMDB's
answers, including null, must occur in a recording, and each key that at least 95 % of the recorded objects have must be in each of
its objects. With fewer recordings, an unrecorded null and a missing key are not a difference."""


if __name__ == "__main__":
    sys.exit(main())
