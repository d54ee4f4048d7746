"""Count the fields and shapes of recorded answers: the evidence for the types and for the embedded TMDB.

    python -m scripts.evidence.measure CORPUS [--nullable CSV] [--document FILE] [--output FOLDER] [--explain Component.field]

`evidence.json` decides which fields are required or nullable: for each field of each component of the prepared document, how
often it is present, absent, null and empty, and of which types it is, over all operations and appended blocks; and for each
operation, how many answers it has and from how many projects they come.
`shapes.json` has the keys and types of each operation's answers, for `python -m scripts.evidence.embedded_shapes`. Both
contain counts and names only, no content of an answer.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from scripts.atomic_write import write_text
from scripts.evidence.document_walk import DocumentWalk, WalkedObject, WalkedOperation
from scripts.evidence.recorded_shapes import SINCE, RecordedShapes, recorded_shapes
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import Json, dump, load
from scripts.paths import ROOT


class Counts(msgspec.Struct, omit_defaults=True):
    """The counts of one field. Zeros are not written.

    Attributes:
        observed: Objects of the component.
        absent: Objects without the key.
        null: Objects in which the field is null.
        empty: Objects in which the field is "", [] or {}.
        types: The types of the values that are not null, by Python's names.
    """

    observed: int = 0
    absent: int = 0
    null: int = 0
    empty: int = 0
    types: dict[str, int] = {}

    def add(self, key: str, place: WalkedObject, *, count_types: bool) -> None:
        """Count one object."""
        self.observed += 1
        value = place.value.get(key)
        if key not in place.value:
            self.absent += 1
        elif value is None:
            self.null += 1
        else:
            self.empty += value in ("", [], {})
            if count_types:
                kind = type(value).__name__
                self.types[kind] = self.types.get(kind, 0) + 1


class FieldCounts(Counts):
    """The counts of one field in all answers, in recordings since 2023, and in answers that people saved since 2023."""

    since_2023: Counts = msgspec.field(default_factory=Counts)
    saved_since_2023: Counts = msgspec.field(default_factory=Counts)


class OperationCounts(msgspec.Struct):
    """The answers of an operation, and the number of projects that they come from."""

    answers: int = 0
    sources: int = 0


def measure_fields(structure: DocumentWalk, recordings: Iterable[RecordedAnswer]) -> Json:
    """Return the counts of each field by component, sorted so that equal counts give equal bytes.

    Args:
        structure: The prepared document's structure.
        recordings: Recorded answers; errors, quotations and unknown operations are skipped.
    """
    components: defaultdict[str, defaultdict[str, FieldCounts]] = defaultdict(lambda: defaultdict(FieldCounts))
    for recording, _, place in walk_recordings(structure, recordings):
        for name in structure.fields(place.component):
            # Recorders that encoded the JSON again or replaced numbers by zeros have changed the types.
            count_types = "reencoded" not in recording.flags and name not in recording.scrubbed
            counts = components[place.component][name]
            counts.add(name, place, count_types=count_types)
            if is_recent(recording):
                counts.since_2023.add(name, place, count_types=count_types)
            elif is_recent(recording, kind="saved"):
                counts.saved_since_2023.add(name, place, count_types=False)
    return _sorted_json(components)


def measure_operations(structure: DocumentWalk, recordings: Iterable[RecordedAnswer]) -> Json:
    """Return the number of success answers and sources of each operation, of any date and since 2023.

    Args:
        structure: The prepared document's structure.
        recordings: Recorded answers; errors, quotations and unknown operations are skipped.
    """
    sources: defaultdict[str, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for recording in recordings:
        operation = _success_operation(structure, recording)
        if operation is not None:
            sources[operation.id]["any_date"].append(recording.source)
            if is_recent(recording):
                sources[operation.id]["since_2023"].append(recording.source)
    return _sorted_json(
        {
            operation: {when: OperationCounts(len(names), len(set(names))) for when, names in found.items()}
            for operation, found in sources.items()
        }
    )


def walk_recordings(
    structure: DocumentWalk, recordings: Iterable[RecordedAnswer]
) -> Iterator[tuple[RecordedAnswer, WalkedOperation, WalkedObject]]:
    """Yield each object of the recorded answers with its recording and operation."""
    for recording in recordings:
        operation = _success_operation(structure, recording)
        if operation is not None and operation.schema is not None:
            for place in structure.places(operation.schema, json.loads(recording.body)):
                yield recording, operation, place


def _success_operation(structure: DocumentWalk, recording: RecordedAnswer) -> WalkedOperation | None:
    """Return the operation of a success answer, or None for other answers."""
    is_answer = recording.kind != "quoted" and recording.is_success()
    return structure.operation(recording.method, recording.template) if is_answer else None


def is_recent(recording: RecordedAnswer, kind: str = "recorded") -> bool:
    """Return whether an answer is complete, recent, and of a kind, by default recorded from HTTP."""
    return recording.kind == kind and recording.date >= SINCE and "maybe_trimmed" not in recording.flags


def called_nullable(structure: DocumentWalk, rows: Iterable[dict[str, str]]) -> tuple[dict[str, list[str]], list[str]]:
    """Resolve the fields that TMDB's earlier documents called nullable to component fields.

    Args:
        structure: The prepared document's structure.
        rows: Rows with `method`, `path` and `field` (`results[].poster_path`).

    Returns:
        Field names by component, both sorted; and the rows that match no field, as "METHOD path field".
    """
    found: dict[str, set[str]] = {}
    lost: set[str] = set()
    for row in rows:
        operation = structure.operation(row["method"], row["path"])
        places = structure.locate(operation.schema, row["field"]) if operation and operation.schema else None
        if not places:
            lost.add(f"{row['method']} {row['path']} {row['field']}")
        for component, name in places or ():
            found.setdefault(component, set()).add(name)
    return {component: sorted(found[component]) for component in sorted(found)}, sorted(lost)


def measure_shapes(recordings: list[RecordedAnswer]) -> Json:
    """Return the content of openapi/shapes.json."""
    return _sorted_json(RecordedShapes(len(recordings), SINCE, recorded_shapes(recordings)))


def _sorted_json(value: object) -> Json:
    """Return structs as JSON values, with sorted sets and maps."""
    content: Json = msgspec.to_builtins(value, order="deterministic")
    return content


def explain(structure: DocumentWalk, recordings: Iterable[RecordedAnswer], component: str, name: str) -> Counter[str]:
    """List the recorded answers in which a field is missing, null or empty.

    Returns:
        The number of objects by "null|absent|empty operation path recording date kind".
    """
    found: Counter[str] = Counter()
    for recording, operation, place in walk_recordings(structure, recordings):
        if place.component == component and place.value.get(name) in (None, ""):
            how = "absent" if name not in place.value else "null" if place.value[name] is None else "empty"
            when = f"{recording.date or '?'} {recording.kind}"
            found[f"{how} {operation.id} {place.path or '.'} {recording.label} {when}"] += 1
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    parser = argparse.ArgumentParser(description="Count the fields and shapes of recorded answers.")
    parser.add_argument("corpus", type=Path, help="folder of recorded answers in JSON Lines")
    parser.add_argument("--nullable", type=Path, help="CSV of fields that earlier documents called nullable")
    parser.add_argument("--document", type=Path, default=ROOT / "openapi" / "tmdb.json")
    parser.add_argument("--output", type=Path, default=ROOT / "openapi", help="folder of evidence.json and shapes.json")
    parser.add_argument(
        "--explain", metavar="COMPONENT.FIELD", help="only list the answers in which this field is missing or null"
    )
    options = parser.parse_args(arguments)
    evidence: Path = options.output / "evidence.json"
    try:
        structure = DocumentWalk(load(options.document))
        recordings = list(read_recordings([options.corpus]))
        if options.explain:
            component, _, name = options.explain.partition(".")
            for line, number in sorted(explain(structure, recordings, component, name).items()):
                print(f"{number:6} {line}")
            return 0
        nullable: Any = load(evidence)["called_nullable"] if evidence.exists() else {}
        if options.nullable is not None:
            with options.nullable.open(encoding="utf-8", newline="") as file:
                nullable, lost = called_nullable(structure, csv.DictReader(file))
            print(*(f"--nullable: {row} matches no field" for row in lost), sep="\n")
    except (OSError, ValueError) as error:
        print(f"measure: {error}", file=sys.stderr)
        return 2
    components = measure_fields(structure, recordings)
    operations = measure_operations(structure, recordings)
    write_text(evidence, dump({"components": components, "operations": operations, "called_nullable": nullable}))
    write_text(options.output / "shapes.json", dump(measure_shapes(recordings)))
    print(f"{len(recordings)} recordings, {sum(map(len, components.values()))} fields of {len(components)} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())
