"""Decode recorded answers with the bindings and report where the models do not match.

    python -m scripts.evidence.audit DIR-OR-FILES... [--json] [--since YYYY-MM-DD] [--kind recorded]

Reads JSON Lines of the corpus and vcrpy cassettes, and sends nothing. Success answers are decoded as a client decodes
them, including appended blocks, and compared with their JSON.

Exit codes: 0, 1 if decoding an answer raised an error or lost a modelled value, 2 if the input cannot be read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

from scripts.evidence.recordings import RecordedAnswer, find_operation, read_recordings
from scripts.evidence.roundtrip import compare_roundtrip
from scripts.json_io import is_mapping
from tmdb_bindings.runtime import Details, Drift, Operation, decode, strict_decoder
from tmdb_bindings.runtime.details import read_blocks

Mismatch: TypeAlias = tuple[str, str, str, str, str, str]
_POSITION = re.compile(r"\[\d+\]")


@dataclass(slots=True)
class Report:
    """The result of an audit. Counters count answers, except `unknown` and `words`, which count objects.

    Attributes:
        read: Success answers of known operations.
        fast: Those that the strict decoder accepts, including blocks.
        errors: Error answers, which are skipped.
        unplaced: Success answers of operations that the bindings do not have, by method and path.
        raised: (recording, operation, error) of each answer that raised.
        drift: (operation, model, field, path, expected, found) of each type mismatch.
        unknown: (model, key) of each key that the model does not have.
        words: (model, field, value) of each value that the field's enum does not know.
        lost: (operation, model, path) of modelled values that `to_dict()` does not return.
    """

    read: int = 0
    fast: int = 0
    errors: int = 0
    unplaced: Counter[str] = field(default_factory=Counter[str])
    raised: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    drift: Counter[Mismatch] = field(default_factory=Counter[Mismatch])
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    words: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])
    lost: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])

    @property
    def share(self) -> float:
        """The share of answers on the fast path; 1.0 if none was read."""
        return self.fast / self.read if self.read else 1.0

    @property
    def is_good(self) -> bool:
        """Whether no answer raised and nothing was lost."""
        return not self.raised and not self.lost

    def add(self, other: Report) -> None:
        """Add the counts of a report on other answers."""
        self.read += other.read
        self.fast += other.fast
        self.errors += other.errors
        self.raised += other.raised
        self.unplaced.update(other.unplaced)
        self.drift.update(other.drift)
        self.unknown.update(other.unknown)
        self.words.update(other.words)
        self.lost.update(other.lost)

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return {
            "read": self.read,
            "fast": self.fast,
            "share": round(self.share, 6),
            "errors": self.errors,
            "unplaced": dict(sorted(self.unplaced.items())),
            "raised": [dict(zip(("recording", "operation", "error"), row, strict=True)) for row in self.raised],
            "drift": _counted(("operation", "model", "field", "path", "expected", "found"), self.drift, "answers"),
            "lost": _counted(("operation", "model", "path"), self.lost, "answers"),
            "unknown": _counted(("model", "key"), self.unknown, "objects"),
            "words": _counted(("model", "field", "value"), self.words, "objects"),
        }


def audit(recordings: Iterable[RecordedAnswer]) -> Report:
    """Decode recorded answers and report mismatches; error answers and unknown operations are only counted."""
    report = Report()
    for recording in recordings:
        if not recording.is_success():
            report.errors += 1
            continue
        operation = find_operation(recording.method, recording.template or recording.path)
        if operation is None:
            report.unplaced[f"{recording.method} {recording.template or recording.path}"] += 1
            continue
        audit_body(recording.label, operation, recording.body, report)
    return report


def audit_body(label: str, operation: Operation, body: bytes, report: Report) -> None:
    """Decode one success answer of an operation and add its mismatches to a report."""
    report.read += 1
    drift = Drift("ignore")
    answer_type: type[object] = import_module(f"tmdb_bindings.api.{operation.tag}.{operation.name}").response()
    raw: Any = None
    with suppress(ValueError):  # `decode` raises the error that a user would see
        raw = json.loads(body)
    try:
        # All keys are passed as requested blocks; `decode` ignores those that are not blocks of the operation.
        answer: object = decode(
            body, answer_type, operation=operation.id, drift=drift, append=list(raw) if is_mapping(raw) else []
        )
        findings = list(compare_roundtrip(answer, raw))
        is_fast = _is_fast(answer, answer_type, body, raw)
    except Exception as error:  # noqa: BLE001  (the report lists every exception)
        report.raised.append((label, operation.id, f"{type(error).__name__}: {error}"))
        return
    # The comparison has decoded every block, so all differences are known now.
    differences = drift.differences
    report.fast += is_fast and not differences
    report.drift.update(
        {(operation.id, one.model, one.field, anywhere(one.path), one.expected, one.found) for one in differences}
    )
    drifted = {(one.model, one.field) for one in differences}
    report.unknown.update((one.model, one.field) for one in findings if one.kind == "unknown")
    report.words.update((one.model, one.field, str(one.word)) for one in findings if one.kind == "word")
    report.lost.update(
        {
            (operation.id, one.model, one.path)
            for one in findings
            if one.kind == "lost" and (one.model, one.field) not in drifted
        }
    )


def anywhere(path: str) -> str:
    """Return a JSON path without list positions, such as `$.results[].id`."""
    return _POSITION.sub("[]", path)


def main(arguments: list[str] | None = None) -> int:
    """Run the program; return its exit code."""
    parser = argparse.ArgumentParser(description="Decode recorded answers and report where the models do not match.")
    parser.add_argument("places", nargs="+", type=Path, metavar="DIR-OR-FILE", help="JSON Lines, cassettes, or folders")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--since", default="", metavar="YYYY-MM-DD", help="only recordings made on or after this day")
    parser.add_argument("--kind", action="append", default=[], help="only this kind (recorded, saved, ...); repeatable")
    options = parser.parse_args(arguments)
    try:
        recordings = read_recordings(options.places)
        recent = (one for one in recordings if one.date >= options.since)
        report = audit(one for one in recent if not options.kind or one.kind in options.kind)
    except (OSError, ValueError) as error:
        print(f"audit: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(report.to_json(), indent=1, ensure_ascii=False))
    else:
        print("\n".join(_lines(report)))
    return 0 if report.is_good else 1


def _is_fast(answer: object, answer_type: type[object], body: bytes, raw: Any) -> bool:
    """Return whether the strict decoder accepts the whole answer and each of its blocks."""
    try:
        strict_decoder(answer_type).decode(body)
        if isinstance(answer, Details):
            for name, block in read_blocks(answer).items():
                strict_decoder(type(block)).decode(json.dumps(raw[name]).encode())
    except msgspec.ValidationError:
        return False
    return True


def _counted(names: tuple[str, ...], counts: Counter[Any], unit: str) -> list[dict[str, str | int]]:
    """Return the rows of a counter, the most frequent first, then by name, so that the order is stable."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{**dict(zip(names, key, strict=True)), unit: number} for key, number in ordered]


def _lines(report: Report) -> Iterator[str]:
    skipped = f"{report.errors} error answers and {report.unplaced.total()} of unknown operations skipped"
    yield f"{report.read} answers decoded; {skipped}"
    yield f"fast path: {report.fast} of {report.read} ({report.share:.2%}); raised: {len(report.raised)}"
    content = report.to_json()
    content["unplaced"] = [{"request": key, "answers": number} for key, number in content["unplaced"].items()]
    for key, title in _TITLES.items():
        if content[key]:
            yield from _table(title, content[key])


_TITLES = {
    "raised": "Answers that raised",
    "drift": "Type mismatches",
    "lost": "Values that to_dict() does not return",
    "unknown": "Keys that no model has",
    "words": "Values that no enum has",
    "unplaced": "Operations that the bindings do not have",
}


def _table(title: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    yield from ("", f"{title}:")
    lines = [list(rows[0]), *([str(cell) for cell in row.values()] for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        yield "  " + "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()


if __name__ == "__main__":
    sys.exit(main())
