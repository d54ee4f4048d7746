"""Write docs/embedded-shapes.md, the report of how the embedded TMDB's answers differ from recorded ones.

    python -m scripts.evidence.embedded_shapes [--check]

The answers come from requests to a server and, where an operation needs a user or writes, from tests/cassettes. Their shapes
are compared with openapi/shapes.json (`python -m scripts.evidence.measure`); the reasons come from
openapi/shape_differences.yaml. Exit codes: 0; 1 if a difference has no reason or a reason no difference (the file is still
written), and with `--check` also if the page is out of date; 2 if an input cannot be read.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import httpx
import msgspec

from scripts.evidence.embedded_probes import probes, read_paths
from scripts.evidence.recorded_shapes import ENOUGH, AnswerShape, RecordedShapes, ShapeDifference, shape_differences
from scripts.evidence.recordings import find_operation, read_recordings
from scripts.json_io import PipelineError, load_yaml
from scripts.paths import ROOT
from scripts.text_templates import render_template
from scripts.written_files import parse_check, write_or_compare
from tmdb_bindings.operations import OPERATIONS
from tmdb_facade.testing import TMDBServer

SHAPES = ROOT / "openapi" / "shapes.json"
REASONS = ROOT / "openapi" / "shape_differences.yaml"
OUTPUT = ROOT / "docs" / "embedded-shapes.md"
# The scenarios of users, guests and lists, recorded from the embedded TMDB; the tests compare them with its answers.
CASSETTES = ROOT / "tests" / "cassettes"

# The method, path and body of a success.
EmbeddedAnswer: TypeAlias = tuple[str, str, Any]
ShapeRow: TypeAlias = tuple[str, ShapeDifference]


class Comparison(NamedTuple):
    """The shapes of the embedded TMDB's answers and of recorded ones.

    Attributes:
        embedded: The shapes of the embedded TMDB's answers by operation, such as `GET /3/movie/{movie_id}`.
        recorded: The shapes of the recorded answers.
        rows: The differences with their operations.
    """

    embedded: dict[str, AnswerShape]
    recorded: RecordedShapes
    rows: list[ShapeRow]


class ShapeReasons:
    """The hand-written reasons for differences, by operation and difference.

    Args:
        content: The content of openapi/shape_differences.yaml.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._reasons = {
            (operation, place, row["found"]): " ".join(row["reason"].split())
            for row in content["differences"]
            for operation, places in row["operations"].items()
            for place in places
        }

    def find(self, operation: str, difference: ShapeDifference) -> str | None:
        """Return the reason for a difference, or None."""
        return next((reason for key, reason in self._reasons.items() if is_reason(key, operation, difference)), None)

    def unused(self, rows: Iterable[ShapeRow]) -> Iterator[str]:
        """Yield the operation, place and finding of every reason without a difference."""
        for key in sorted(self._reasons):
            if not any(is_reason(key, operation, difference) for operation, difference in rows):
                yield ": ".join(key)


def is_reason(key: tuple[str, str, str], operation: str, difference: ShapeDifference) -> bool:
    """Return whether a reason is that of a difference; its finding may lack the types at the end."""
    return key[:2] == (operation, difference.place) and difference.found.startswith(key[2])


def embedded_answers() -> Iterator[EmbeddedAnswer]:
    """Send every probe to an embedded TMDB; yield its answers, and the recorded ones to users and writes."""
    with TMDBServer() as server:
        headers = {"authorization": f"Bearer {server.access_token}"}
        with httpx.Client(base_url=server.base_url, headers=headers) as api:
            for path in read_paths():
                for url, query in probes(path):
                    yield "GET", url, api.get(url, params=query).raise_for_status().json()
    yield from user_answers()


def user_answers() -> Iterator[EmbeddedAnswer]:
    """Yield the successes of the operations that need a user or write, from the cassettes of the embedded TMDB."""
    probed = set(read_paths())
    for recording in read_recordings([CASSETTES]):
        operation = find_operation(recording.method, recording.path)
        if operation is not None and operation.path not in probed and recording.is_success():
            yield recording.method, recording.path, json.loads(recording.body)


def embedded_shapes(answers: Iterable[EmbeddedAnswer]) -> dict[str, AnswerShape]:
    """Return the shapes of an embedded TMDB's answers for each operation."""
    shapes = {f"{operation.method} {operation.path}": AnswerShape() for operation in OPERATIONS}
    for method, path, body in answers:
        operation = find_operation(method, path)
        if operation is None:
            raise LookupError(f"{path} matches no operation")
        shapes[f"{operation.method} {operation.path}"].add(operation.path, body)
    return shapes


def compare_shapes(recorded: RecordedShapes, embedded: dict[str, AnswerShape]) -> Comparison:
    """Compare the embedded TMDB's shapes with the recorded ones."""
    rows = [
        (name, difference)
        for name, shape in sorted(embedded.items())
        if name in recorded.operations
        for difference in shape_differences(shape, recorded.operations[name])
    ]
    return Comparison(embedded, recorded, rows)


def shape_problems(comparison: Comparison, reasons: ShapeReasons) -> Iterator[str]:
    """Yield the operations without an answer, differences without a reason, and reasons without a difference."""
    for name, shape in comparison.embedded.items():
        if not shape.answers:
            yield f"{name}: not requested"
    for name, difference in comparison.rows:
        if reasons.find(name, difference) is None:
            yield f"{name}: {difference.place}: {difference.found} (recorded: {difference.recorded}): no reason"
    yield from (f"{key}: has a reason, but does not differ" for key in reasons.unused(comparison.rows))


def render_embedded_shapes(comparison: Comparison, reasons: ShapeReasons) -> str:
    """Return the content of docs/embedded-shapes.md."""
    recorded = comparison.recorded.operations
    counts = {name: recorded[name].answers if name in recorded else 0 for name in comparison.embedded}
    return render_template(
        "evidence/templates/embedded_shapes.md.jinja",
        since=comparison.recorded.since,
        enough=ENOUGH,
        rows=comparison.rows,
        reasons=reasons,
        often={name: number for name, number in counts.items() if number >= ENOUGH},
        seldom={name: number for name, number in counts.items() if 0 < number < ENOUGH},
        never={name: number for name, number in counts.items() if not number},
    )


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    check = parse_check(__doc__, arguments)
    try:
        recorded = msgspec.json.decode(SHAPES.read_bytes(), type=RecordedShapes)
        reasons = ShapeReasons(load_yaml(REASONS))
    except (OSError, ValueError, PipelineError) as error:
        print(f"embedded_shapes: {error}", file=sys.stderr)
        return 2
    comparison = compare_shapes(recorded, embedded_shapes(embedded_answers()))
    found = list(shape_problems(comparison, reasons))
    for line in found:
        print(f"embedded_shapes: {line}", file=sys.stderr)
    text = render_embedded_shapes(comparison, reasons)
    is_current = write_or_compare(OUTPUT, text, "python -m scripts.evidence.embedded_shapes", check=check)
    return 0 if is_current and not found else 1


if __name__ == "__main__":
    sys.exit(main())
