"""Writes docs/conformance.md: how recorded answers fit the types, and why the rest does not.

    python -m scripts.evidence.conformance CORPUS [--reasons FILE] [--output FILE]

The figures and rows come from `scripts.evidence.audit`, the reasons from openapi/differences.yaml. Exit codes: 0, 1 when a
difference has no reason yet or a reason no difference (each is named, and the file is written all the same), 2 when something cannot
be read.
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
from scripts.evidence.recordings import RecordedAnswer, read_recordings
from scripts.json_io import PipelineError, load_yaml
from scripts.paths import ROOT

REASONS = ROOT / "openapi" / "differences.yaml"
OUTPUT = ROOT / "docs" / "conformance.md"


@dataclass(slots=True)
class Contradiction:
    """One contradiction over all answers: how many show it, and until when.

    Attributes:
        answers: Number of answers.
        recorded: Newest day of a recording that shows it, "" if none does.
        saved: Newest day of a fixture that shows it, "" if none does.
    """

    answers: int = 0
    recorded: str = ""
    saved: str = ""


@dataclass(slots=True)
class Conformance:
    """What a corpus says of the types.

    Attributes:
        recordings: Answers of the corpus, errors included.
        reports: The audits by set: recordings since 2023, all recordings, everything else.
        rows: Contradictions by (field, expected, found).
        unknown: Objects with a key that no model knows, by `Model.key`.
    """

    recordings: int = 0
    reports: dict[str, Report] = field(default_factory=dict[str, Report])
    rows: dict[tuple[str, str, str], Contradiction] = field(default_factory=dict[tuple[str, str, str], Contradiction])
    unknown: dict[str, int] = field(default_factory=dict[str, int])


def is_real(recording: RecordedAnswer) -> bool:
    """Return whether a recording is what TMDB sent: taken from HTTP, and not encoded again by the recorder."""
    return recording.kind == "recorded" and "reencoded" not in recording.flags


def examine(recordings: Iterable[RecordedAnswer]) -> Conformance:
    """Audit a corpus, set by set and difference by difference."""
    everything = list(recordings)
    real = [recording for recording in everything if is_real(recording)]
    result = Conformance(
        recordings=len(everything),
        reports={
            "recorded since 2023": audit(recording for recording in real if recording.date >= "2023"),
            "all recorded": audit(real),
            "saved, edited or encoded again": audit(one for one in everything if not is_real(one)),
        },
    )
    for recording in everything:
        report = audit([recording])
        for _, model, name, _, expected, found in report.drift:
            row = result.rows.setdefault((f"{model}.{name}", expected, found), Contradiction())
            row.answers += 1
            if recording.kind == "recorded":
                row.recorded = max(row.recorded, recording.date)
            else:
                row.saved = max(row.saved, recording.date)
        for (model, key), number in report.unknown.items():
            result.unknown[f"{model}.{key}"] = result.unknown.get(f"{model}.{key}", 0) + number
    return result


class ConformanceReasons:
    """The reasons that people wrote, looked up by field and key.

    Args:
        content: What openapi/differences.yaml holds.
    """

    def __init__(self, content: dict[str, Any]) -> None:
        self._differences: list[dict[str, Any]] = content["differences"]
        self._unknown: list[dict[str, Any]] = content["unknown"]

    def difference(self, name: str, found: str) -> str | None:
        """Return why a field is contradicted in this way, or None."""
        for row in self._differences:
            if name in row["fields"] and row.get("found", found) == found:
                return " ".join(row["reason"].split())
        return None

    def key(self, name: str) -> str | None:
        """Return why a key stays unknown, or None; `Model.*` explains all keys of a model."""
        for row in self._unknown:
            if name in row["keys"] or f"{name.partition('.')[0]}.*" in row["keys"]:
                return " ".join(row["reason"].split())
        return None

    def names(self) -> set[str]:
        """Return every field and key that a reason names."""
        rows = [row["fields"] for row in self._differences] + [row["keys"] for row in self._unknown]
        return {name for row in rows for name in row}


def conformance_problems(conformance: Conformance, reasons: ConformanceReasons) -> list[str]:
    """Return what openapi/differences.yaml lacks, and what it explains although no answer shows it any more."""
    lines = [
        f"{name}: expected {expected}, found {found}: no reason yet"
        for name, expected, found in sorted(conformance.rows)
        if reasons.difference(name, found) is None
    ]
    lines += [
        f"{name}: unknown key: no reason yet" for name in sorted(conformance.unknown) if reasons.key(name) is None
    ]
    shown = {name for name, _, _ in conformance.rows} | set(conformance.unknown)
    shown |= {f"{name.partition('.')[0]}.*" for name in conformance.unknown}
    return lines + [f"{name}: explained, but no answer shows it" for name in sorted(reasons.names() - shown)]


def render_conformance(conformance: Conformance, reasons: ConformanceReasons) -> str:
    """Return the content of docs/conformance.md."""
    lines = [_HEAD.format(recordings=f"{conformance.recordings:,}"), "", "## Figures", ""]
    lines += _table(
        ("answers", "decoded", "raised", "on the fast path", "lost values"),
        [
            (
                title,
                str(report.read),
                str(len(report.raised)),
                f"{report.fast} ({report.share:.2%})",
                str(len(report.lost)),
            )
            for title, report in conformance.reports.items()
        ],
    )
    recent = [item for item in sorted(conformance.rows.items()) if item[1].recorded >= "2023"]
    older = [item for item in sorted(conformance.rows.items()) if item[1].recorded < "2023"]
    lines += ["", "## Types that recordings since 2023 contradict", "", *_differences(recent, reasons)]
    lines += ["", "## Types that only older recordings or fixtures contradict", "", *_differences(older, reasons)]
    lines += ["", "## Keys that no model knows", ""]
    lines += _table(
        ("key", "objects", "reason"),
        [
            (f"`{name}`", str(number), reasons.key(name) or "not explained yet")
            for name, number in sorted(conformance.unknown.items())
        ],
    )
    return "\n".join(lines) + "\n"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; returns the exit code."""
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


def _differences(rows: list[tuple[tuple[str, str, str], Contradiction]], reasons: ConformanceReasons) -> list[str]:
    return _table(
        ("field", "declared", "found", "answers", "newest recording", "newest fixture", "reason"),
        [
            (
                f"`{name}`",
                f"`{expected}`".replace("|", "\\|"),
                found,
                str(row.answers),
                row.recorded,
                row.saved,
                reasons.difference(name, found) or "not explained yet",
            )
            for (name, expected, found), row in rows
        ],
    )


def _table(titles: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    if not rows:
        return ["None."]
    return [f"| {' | '.join(row)} |" for row in (titles, ("---",) * len(titles), *rows)]


_HEAD = """\
# Conformance

How real answers of TMDB fit the types. Written by `python -m scripts.evidence.conformance CORPUS` from {recordings} recorded answers; the
reasons are kept in `openapi/differences.yaml`.

Each success answer is decoded as a call would decode it, appended blocks included, and compared with its JSON. It is on the
fast path when it contradicts no declared type. Where it does, what fits is kept, the field becomes `None` (a list or map: empty),
and the difference is reported as a `DriftWarning`. An old recording or a fixture saved by hand may contradict what TMDB sends
today: types are made for today's answers, and must only survive the others.

`newest recording` is the last day on which TMDB itself was seen to send it, `newest fixture` the last day of a file that somebody
saved or wrote. To look at your own recordings: `python -m scripts.evidence.audit DIR-OR-FILES`."""


if __name__ == "__main__":
    sys.exit(main())
