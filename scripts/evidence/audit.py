"""Decodes recorded answers with the bindings and tells whether the types still tell the truth.

    python -m scripts.evidence.audit DIR-OR-FILES... [--json] [--since YYYY-MM-DD] [--kind recorded]

Reads the corpus's JSON Lines and vcrpy cassettes. Success answers are decoded as a user's call would decode them, their
appended blocks included, and compared with the JSON that they were made from. It sends nothing.

Exit codes: 0, 1 when an answer raised or a modelled value was lost on the way, 2 when the input cannot be read.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import msgspec

from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.evidence.roundtrip import compare_roundtrip
from scripts.evidence.routes import Routes
from tmdb_bindings.runtime import Details, Drift, Operation, decode, strict_decoder
from tmdb_bindings.runtime.details import read_blocks

_POSITION = re.compile(r"\[\d+\]")


@dataclass(slots=True)
class Report:
    """What an audit found. Counters count answers, except `unknown`, which counts objects.

    Attributes:
        read: Success answers of known operations, all of which were decoded.
        fast: Those that the strict decoder took, blocks included.
        errors: Error answers, which are passed over.
        unplaced: Success answers of operations that the bindings do not have, by method and path.
        raised: (recording, operation, error) of each answer that raised.
        drift: (operation, model, field, path, expected, found) of each contradicted type.
        unknown: (model, key) that no model knows.
        lost: (operation, model, path) of modelled values that `to_dict()` does not give back.
    """

    read: int = 0
    fast: int = 0
    errors: int = 0
    unplaced: Counter[str] = field(default_factory=Counter[str])
    raised: list[tuple[str, str, str]] = field(default_factory=list[tuple[str, str, str]])
    drift: Counter[tuple[str, str, str, str, str, str]] = field(
        default_factory=Counter[tuple[str, str, str, str, str, str]]
    )
    unknown: Counter[tuple[str, str]] = field(default_factory=Counter[tuple[str, str]])
    lost: Counter[tuple[str, str, str]] = field(default_factory=Counter[tuple[str, str, str]])

    @property
    def share(self) -> float:
        """The share of answers on the fast path, 1.0 when none was read."""
        return self.fast / self.read if self.read else 1.0

    @property
    def is_good(self) -> bool:
        """Whether no answer raised and nothing was lost."""
        return not self.raised and not self.lost

    def to_json(self) -> dict[str, Any]:
        """Return the report as JSON values."""
        return {
            "read": self.read,
            "fast": self.fast,
            "share": round(self.share, 6),
            "errors": self.errors,
            "unplaced": dict(sorted(self.unplaced.items())),
            "raised": _rows(("recording", "operation", "error"), self.raised),
            "drift": _counted(("operation", "model", "field", "path", "expected", "found"), self.drift, "answers"),
            "lost": _counted(("operation", "model", "path"), self.lost, "answers"),
            "unknown": _counted(("model", "key"), self.unknown, "objects"),
        }


def audit(recordings: Iterable[RecordedAnswer]) -> Report:
    """Decode recorded answers and collect what does not fit.

    Args:
        recordings: Recorded answers; error answers and unknown operations are counted and passed over.

    Returns:
        The report.
    """
    routes = Routes()
    report = Report()
    for recording in recordings:
        if not recording.is_success():
            report.errors += 1
            continue
        operation = routes.find(recording.method, recording.template or recording.path)
        if operation is None:
            report.unplaced[f"{recording.method} {recording.template or recording.path}"] += 1
            continue
        audit_body(recording.label, operation, recording.body, report)
    return report


def audit_body(label: str, operation: Operation, body: bytes, report: Report) -> None:
    """Decode one success answer of an operation and add what is found to a report."""
    report.read += 1
    drift = Drift("ignore")
    answer_type: type[object] = import_module(f"tmdb_bindings.api.{operation.tag}.{operation.name}").response()
    try:
        raw = _raw(body)
        # Every key is requested: those that are no block of the operation are passed over.
        answer: object = decode(body, answer_type, operation=operation.id, drift=drift, append=_keys(raw))
        findings = list(compare_roundtrip(answer, raw))
        is_fast = _is_fast(answer, answer_type, body, raw)
    except Exception as error:  # noqa: BLE001  (whatever it is: that it was raised is what is reported)
        report.raised.append((label, operation.id, f"{type(error).__name__}: {error}"))
        return
    # Read after the comparison, which has decoded every block.
    differences = drift.differences
    report.fast += is_fast and not differences
    report.drift.update(
        {(operation.id, one.model, one.field, anywhere(one.path), one.expected, one.found) for one in differences}
    )
    drifted = {(one.model, one.field) for one in differences}
    report.unknown.update((one.model, one.field) for one in findings if one.kind == "unknown")
    report.lost.update(
        {
            (operation.id, one.model, one.path)
            for one in findings
            if one.kind == "lost" and (one.model, one.field) not in drifted
        }
    )


def anywhere(path: str) -> str:
    """Return a JSON path without positions, so that the same difference in two rows is one: `$.results[].id`."""
    return _POSITION.sub("[]", path)


def select(recordings: Iterable[RecordedAnswer], since: str, kinds: frozenset[str]) -> Iterator[RecordedAnswer]:
    """Yield the recordings of certain kinds that were made on or after a day; "" and an empty set take all."""
    for recording in recordings:
        if recording.date >= since and (not kinds or recording.kind in kinds):
            yield recording


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
    parser = argparse.ArgumentParser(description="Decode recorded answers and tell where the types are contradicted.")
    parser.add_argument("places", nargs="+", type=Path, metavar="DIR-OR-FILE", help="JSON Lines, cassettes, or folders")
    parser.add_argument("--json", action="store_true", help="print the report as JSON")
    parser.add_argument("--since", default="", metavar="YYYY-MM-DD", help="only recordings of this day or later")
    parser.add_argument("--kind", action="append", default=[], help="only this kind (recorded, saved, ...); repeatable")
    options = parser.parse_args(arguments)
    try:
        report = audit(select(read_recordings(options.places), options.since, frozenset(options.kind)))
    except (OSError, ValueError) as error:
        print(f"audit: {error}", file=sys.stderr)
        return 2
    if options.json:
        print(json.dumps(report.to_json(), indent=1, ensure_ascii=False))
    else:
        print("\n".join(_lines(report)))
    return 0 if report.is_good else 1


def _raw(body: bytes) -> Any:
    try:
        return json.loads(body)
    except ValueError:
        return None  # what a user would be told of it is for `decode` to say


def _keys(raw: object) -> list[str]:
    return list(cast("dict[str, object]", raw)) if isinstance(raw, dict) else []


def _is_fast(answer: object, answer_type: type[object], body: bytes, raw: Any) -> bool:
    """Whether the strict decoder takes the whole answer and each of its blocks."""
    try:
        strict_decoder(answer_type).decode(body)
        if isinstance(answer, Details):
            for name, block in read_blocks(answer).items():
                strict_decoder(type(block)).decode(json.dumps(raw[name]).encode())
    except msgspec.ValidationError:
        return False
    return True


def _rows(names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> list[dict[str, str]]:
    return [dict(zip(names, row, strict=True)) for row in rows]


def _counted(names: tuple[str, ...], counts: Counter[Any], unit: str) -> list[dict[str, str | int]]:
    """Rows of a counter, the most frequent first, equal ones by name: the order never depends on the input's."""
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [{**dict(zip(names, key, strict=True)), unit: number} for key, number in ordered]


def _lines(report: Report) -> Iterator[str]:
    yield f"{report.read} answers decoded; {report.errors} error answers and {report.unplaced.total()} of unknown operations passed over"
    yield f"fast path: {report.fast} of {report.read} ({report.share:.2%}); raised: {len(report.raised)}"
    content = report.to_json()
    for title in ("raised", "drift", "lost", "unknown"):
        rows: list[dict[str, Any]] = content[title]
        if rows:
            yield ""
            yield from _table(title, rows)
    if report.unplaced:
        yield ""
        yield from _table(
            "unplaced", [{"request": key, "answers": number} for key, number in sorted(report.unplaced.items())]
        )


_TITLES = {
    "raised": "Answers that raised",
    "drift": "Types that answers contradict",
    "lost": "Values that to_dict() does not give back",
    "unknown": "Keys that no model knows",
    "unplaced": "Operations that the bindings do not have",
}


def _table(title: str, rows: list[dict[str, Any]]) -> Iterator[str]:
    yield f"{_TITLES[title]}:"
    names = list(rows[0])
    widths = [max(len(name), *(len(str(row[name])) for row in rows)) for name in names]
    yield "  " + "  ".join(name.ljust(width) for name, width in zip(names, widths, strict=True)).rstrip()
    for row in rows:
        yield "  " + "  ".join(str(row[name]).ljust(width) for name, width in zip(names, widths, strict=True)).rstrip()


if __name__ == "__main__":
    sys.exit(main())
