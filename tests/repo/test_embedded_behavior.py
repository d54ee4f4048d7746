"""The rows of docs/embedded-behavior.md name their evidence and a test that exists."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
EVIDENCE = re.compile(r"^(document|recording \d{4}(-\d{2}){0,2}|report|inferred)\b")


def rows() -> list[list[str]]:
    """Return the rows of all tables of the page, without their headings."""
    lines = (ROOT / "docs" / "embedded-behavior.md").read_text(encoding="utf-8").splitlines()
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]
    return [row for row in cells if row[0] != "behavior" and set(row[0]) != {"-"}]


def test_each_behavior_has_its_evidence() -> None:
    assert [row for row in rows() if len(row) != 3 or not EVIDENCE.match(row[1])] == []


def test_each_behavior_occurs_once() -> None:
    assert [behavior for behavior, times in Counter(row[0] for row in rows()).items() if times > 1] == []


def test_each_behavior_names_a_test_that_exists() -> None:
    tests = (ROOT / "tests").rglob("test_*.py")
    names = {name for path in tests for name in re.findall(r"def (test_\w+)", path.read_text(encoding="utf-8"))}
    named = {name for row in rows() for name in re.findall(r"`(test_\w+)`", row[2])}
    assert [row for row in rows() if not re.search(r"`test_\w+`", row[2])] == []
    assert named - names == set()
