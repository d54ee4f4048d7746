"""Count the fields of recorded answers: the evidence for which fields are required or nullable.

    python -m scripts.evidence.measure_fields CORPUS [--nullable CSV] [--document FILE] [--output FILE] [--explain Component.field]

For each field of each component of the prepared document, the program counts how often it is present, absent, null and
empty, and of which types it is, over all operations and appended blocks. It writes counts only, no content of an answer.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.atomic_write import write_text
from scripts.evidence.document_walk import DocumentWalk, WalkedObject, WalkedOperation
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import dump
from scripts.paths import ROOT

SINCE = "2023-01-01"


@dataclass(slots=True)
class Counts:
    """The counts of one field.

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
    types: Counter[str] = field(default_factory=Counter[str])

    def add(self, key: str, place: WalkedObject, *, count_types: bool) -> None:
        """Count one object."""
        self.observed += 1
        if key not in place.value:
            self.absent += 1
            return
        value = place.value[key]
        if value is None:
            self.null += 1
            return
        if value == "" or value == [] or value == {}:
            self.empty += 1
        if count_types:
            self.types[type(value).__name__] += 1

    def to_json(self) -> dict[str, object]:
        """Return the counts as JSON values, with sorted types."""
        return {
            "observed": self.observed,
            "absent": self.absent,
            "null": self.null,
            "empty": self.empty,
            "types": dict(sorted(self.types.items())),
        }


@dataclass(slots=True)
class Measurement:
    """The counts of all components, and of the answers and keys that were not counted.

    Attributes:
        answers: The number of answers counted.
        since: The number of recent recordings among them, which decide what is required.
        unplaced: Success answers of operations that the document does not have.
        unknown: (component, key) pairs that the document does not have.
        all: The counts over all answers by (component, field).
        recent: The counts over recent recordings by (component, field).
    """

    answers: int = 0
    since: int = 0
    unplaced: Counter[str] = field(default_factory=Counter[str])
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    all: dict[tuple[str, str], Counts] = field(default_factory=dict[tuple[str, str], Counts])
    recent: dict[tuple[str, str], Counts] = field(default_factory=dict[tuple[str, str], Counts])


Observer = Callable[[RecordedAnswer, WalkedOperation, WalkedObject], None]


def measure(
    structure: DocumentWalk, recordings: Iterable[RecordedAnswer], observe: Observer | None = None
) -> Measurement:
    """Count the fields of all components over recorded answers.

    Args:
        structure: The prepared document's structure.
        recordings: Recorded answers; errors and quotations are skipped.
        observe: A function to call with each counted object.
    """
    result = Measurement()
    for recording in recordings:
        if recording.kind == "quoted" or not recording.is_success():
            continue
        answer = structure.answer(recording.method, recording.template)
        if answer is None or answer.schema is None:
            result.unplaced[f"{recording.method} {recording.template}"] += 1
            continue
        is_recent = counts_as_recent(recording)
        result.answers += 1
        result.since += is_recent
        for place in structure.places(answer.schema, json.loads(recording.body)):
            if observe is not None:
                observe(recording, answer, place)
            _count(structure, recording, place, result.all)
            if is_recent:
                _count(structure, recording, place, result.recent)
            known = {*structure.fields(place.component), *structure.blocks(place.component)}
            for key in place.value:
                if key not in known and not key.startswith("season/"):
                    result.unknown[place.component, key] += 1
    return result


def counts_as_recent(recording: RecordedAnswer) -> bool:
    """Return whether a recording is evidence that a field is required: taken from HTTP, complete and recent."""
    return recording.kind == "recorded" and recording.date >= SINCE and "maybe_trimmed" not in recording.flags


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
        answer = structure.answer(row["method"], row["path"])
        places = (
            structure.locate(answer.schema, row["field"])
            if answer is not None and answer.schema
            else set[tuple[str, str]]()
        )
        if not places:
            lost.add(f"{row['method']} {row['path']} {row['field']}")
        for component, name in places:
            found.setdefault(component, set()).add(name)
    return {component: sorted(found[component]) for component in sorted(found)}, sorted(lost)


def evidence(measurement: Measurement, nullable: dict[str, list[str]]) -> dict[str, Any]:
    """Return the content of `openapi/evidence.json`, sorted so that equal counts give equal bytes."""
    components: dict[str, dict[str, object]] = {}
    for component, name in sorted(measurement.all):
        entry = measurement.all[component, name].to_json()
        entry["since_2023"] = measurement.recent.get((component, name), Counts()).to_json()
        components.setdefault(component, {})[name] = entry
    return {"components": components, "called_nullable": nullable}


def explain(structure: DocumentWalk, recordings: Iterable[RecordedAnswer], component: str, name: str) -> Counter[str]:
    """List the recorded answers in which a field is missing, null or empty.

    Returns:
        The number of objects by "null|absent|empty operation path recording date kind".
    """
    found: Counter[str] = Counter()

    def observe(recording: RecordedAnswer, answer: WalkedOperation, place: WalkedObject) -> None:
        if place.component != component or place.value.get(name) not in (None, ""):
            return
        how = "absent" if name not in place.value else "null" if place.value[name] is None else "empty"
        when = f"{recording.date or '?'} {recording.kind}"
        found[f"{how} {answer.id} {place.path or '.'} {recording.label} {when}"] += 1

    measure(structure, recordings, observe)
    return found


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    parser = argparse.ArgumentParser(description="Count the fields of recorded answers.")
    parser.add_argument("corpus", type=Path, help="folder of recorded answers in JSON Lines")
    parser.add_argument("--nullable", type=Path, help="CSV of fields that earlier documents called nullable")
    parser.add_argument("--document", type=Path, default=ROOT / "openapi" / "tmdb.json")
    parser.add_argument("--output", type=Path, default=ROOT / "openapi" / "evidence.json")
    parser.add_argument(
        "--explain", metavar="COMPONENT.FIELD", help="only list the answers in which this field is missing or null"
    )
    options = parser.parse_args(arguments)
    try:
        structure = DocumentWalk(json.loads(options.document.read_text(encoding="utf-8")))
        if options.explain:
            component, _, name = options.explain.partition(".")
            for line, number in sorted(explain(structure, read_recordings([options.corpus]), component, name).items()):
                print(f"{number:6} {line}")
            return 0
        measurement = measure(structure, read_recordings([options.corpus]))
        rows: list[dict[str, str]] = []
        if options.nullable is not None:
            with options.nullable.open(encoding="utf-8", newline="") as file:
                rows = list(csv.DictReader(file))
    except (OSError, ValueError) as error:
        print(f"measure_fields: {error}", file=sys.stderr)
        return 2
    nullable, lost = called_nullable(structure, rows)
    text = dump(evidence(measurement, nullable))
    write_text(options.output, text)
    _print_summary(measurement, nullable, lost)
    return 0


def _count(
    structure: DocumentWalk, recording: RecordedAnswer, place: WalkedObject, into: dict[tuple[str, str], Counts]
) -> None:
    for name in structure.fields(place.component):
        # Recorders that encoded the JSON again or replaced numbers by zeros have changed the types.
        count_types = "reencoded" not in recording.flags and name not in recording.scrubbed
        into.setdefault((place.component, name), Counts()).add(name, place, count_types=count_types)


def _print_summary(measurement: Measurement, nullable: dict[str, list[str]], lost: list[str]) -> None:
    components = {component for component, _ in measurement.all}
    print(f"{measurement.answers} answers counted, {measurement.since} of them recorded since {SINCE[:4]}")
    print(
        f"{len(measurement.all)} fields of {len(components)} components; called nullable: {sum(map(len, nullable.values()))}"
    )
    for title, lines in (
        ("answers of unknown operations", [f"{n:6} {k}" for k, n in sorted(measurement.unplaced.items())]),
        ("unknown keys", [f"{n:6} {c}.{k}" for (c, k), n in sorted(measurement.unknown.items())]),
        ("rows of --nullable that match no field", [f"       {line}" for line in lost]),
    ):
        if lines:
            print(f"\n{title}:", *lines, sep="\n")


if __name__ == "__main__":
    sys.exit(main())
