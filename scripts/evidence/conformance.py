"""Write docs/conformance.md, the report of how recorded answers match the models.

    python -m scripts.evidence.conformance CORPUS [--reasons FILE] [--output FILE]

The figures and rows come from `scripts.evidence.audit`, the reasons from openapi/differences.yaml. Exit codes: 0, 1 if a
difference has no reason or a reason no difference (the file is still written), 2 if an input cannot be read.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from scripts.atomic_write import write_text
from scripts.evidence.audit import Report, audit
from scripts.evidence.recordings import RecordedAnswer, find_operation, read_recordings
from scripts.json_io import PipelineError, load_yaml
from scripts.paths import ROOT
from scripts.text_templates import render_template

REASONS = ROOT / "openapi" / "differences.yaml"
OUTPUT = ROOT / "docs" / "conformance.md"


@dataclass(slots=True)
class Contradiction:
    """One type mismatch over all answers.

    Attributes:
        answers: The number of answers that have it.
        recorded: The newest day of a recording that has it, or "".
        saved: The newest day of a fixture that has it, or "".
    """

    answers: int = 0
    recorded: str = ""
    saved: str = ""


@dataclass(slots=True)
class OperationConformance:
    """The recordings of an operation since 2023.

    Attributes:
        read: The number of answers.
        fast: The number of answers on the fast path.
        sources: The projects that recorded them.
    """

    read: int = 0
    fast: int = 0
    sources: set[str] = field(default_factory=set[str])

    @property
    def has_one_source(self) -> bool:
        """Whether all answers come from the same project."""
        return len(self.sources) == 1


@dataclass(slots=True)
class Conformance:
    """The result of comparing a corpus with the models.

    Attributes:
        recordings: The number of answers in the corpus, including errors.
        reports: The audits by set: recordings since 2023, all recordings, everything else.
        rows: Type mismatches by (field, expected, found).
        unknown: The number of objects with a key that no model has, by `Model.key`.
        operations: The recordings since 2023 by operation.
    """

    recordings: int = 0
    reports: dict[str, Report] = field(default_factory=dict[str, Report])
    rows: dict[tuple[str, str, str], Contradiction] = field(default_factory=dict[tuple[str, str, str], Contradiction])
    unknown: dict[str, int] = field(default_factory=dict[str, int])
    operations: dict[str, OperationConformance] = field(default_factory=dict[str, OperationConformance])


def is_real(recording: RecordedAnswer) -> bool:
    """Return whether a recording was taken from HTTP and not encoded again by the recorder."""
    return recording.kind == "recorded" and "reencoded" not in recording.flags


def examine(recordings: Iterable[RecordedAnswer]) -> Conformance:
    """Audit a corpus as sets and answer by answer."""
    recent, real, others = Report(), Report(), Report()
    result = Conformance(
        reports={"recorded since 2023": recent, "all recorded": real, "saved, edited or encoded again": others},
    )
    for recording in recordings:
        report = audit([recording])
        result.recordings += 1
        (real if is_real(recording) else others).add(report)
        if is_real(recording) and recording.date >= "2023":
            recent.add(report)
            operation = find_operation(recording.method, recording.template or recording.path)
            if operation is not None and report.read:
                row = result.operations.setdefault(operation.id, OperationConformance())
                row.read += report.read
                row.fast += report.fast
                row.sources.add(recording.source)
        for _, model, name, _, expected, found in report.drift:
            difference = result.rows.setdefault((f"{model}.{name}", expected, found), Contradiction())
            difference.answers += 1
            if recording.kind == "recorded":
                difference.recorded = max(difference.recorded, recording.date)
            else:
                difference.saved = max(difference.saved, recording.date)
        for (model, key), number in report.unknown.items():
            result.unknown[f"{model}.{key}"] = result.unknown.get(f"{model}.{key}", 0) + number
    return result


class ConformanceReasons:
    """The hand-written reasons for differences, by field and key.

    Args:
        content: The content of openapi/differences.yaml.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._differences = {
            (name, row.get("found")): " ".join(row["reason"].split())
            for row in content["differences"]
            for name in row["fields"]
        }
        self._unknown = {name: " ".join(row["reason"].split()) for row in content["unknown"] for name in row["keys"]}

    def difference(self, name: str, found: str) -> str | None:
        """Return the reason for a type mismatch, or None."""
        return self._differences.get((name, found)) or self._differences.get((name, None))

    def key(self, name: str) -> str | None:
        """Return the reason for an unknown key, or None; `Model.*` covers all keys of a model."""
        return self._unknown.get(name) or self._unknown.get(f"{name.partition('.')[0]}.*")

    def names(self) -> set[str]:
        """Return every field and key that has a reason."""
        return {name for name, _ in self._differences} | self._unknown.keys()


def conformance_problems(conformance: Conformance, reasons: ConformanceReasons) -> list[str]:
    """Return the differences without a reason and the reasons without a difference."""
    lines = [
        f"{name}: expected {expected}, found {found}: no reason"
        for name, expected, found in sorted(conformance.rows)
        if reasons.difference(name, found) is None
    ]
    lines += [f"{name}: unknown key: no reason" for name in sorted(conformance.unknown) if reasons.key(name) is None]
    shown = {name for name, _, _ in conformance.rows} | set(conformance.unknown)
    shown |= {f"{name.partition('.')[0]}.*" for name in conformance.unknown}
    return lines + [f"{name}: has a reason, but no answer differs" for name in sorted(reasons.names() - shown)]


def render_conformance(conformance: Conformance, reasons: ConformanceReasons) -> str:
    """Return the content of docs/conformance.md."""
    return render_template("evidence/templates/conformance.md.jinja", conformance=conformance, reasons=reasons)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    parser = argparse.ArgumentParser(description="Write docs/conformance.md from a corpus of recorded answers.")
    parser.add_argument("corpus", type=Path, help="folder of recorded answers")
    parser.add_argument("--reasons", type=Path, default=REASONS)
    parser.add_argument("--output", type=Path, default=OUTPUT)
    options = parser.parse_args(arguments)
    try:
        conformance = examine(read_recordings([options.corpus]))
        reasons = ConformanceReasons(load_yaml(options.reasons))
    except (OSError, ValueError, PipelineError) as error:
        print(f"conformance: {error}", file=sys.stderr)
        return 2
    write_text(options.output, render_conformance(conformance, reasons))
    found = conformance_problems(conformance, reasons)
    for line in found:
        print(f"conformance: {line}", file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
