"""Did the tests that need something really run? Counts them in a JUnit report by the marker that says what they need.

`python -m scripts.checks.tests_ran report.xml conformance node` fails when the report holds no test with one of the markers.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Print how many tests of each kind ran; the exit code tells whether a wanted kind had none."""
    report, *wanted = arguments
    ran = count_tests(Path(report))
    print("tests that ran:", ", ".join(f"{number} {kind}" for kind, number in ran.items()))
    missing = [kind for kind in wanted if not ran[kind]]
    for kind in missing:
        print(f"no {kind} test ran", file=sys.stderr)
    return 1 if missing else 0


def count_tests(report: Path) -> Counter[str]:
    """Return how many tests ran, skipped ones left out, by what they need (tests/conftest.py writes it down)."""
    ran: Counter[str] = Counter()
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        if case.find("skipped") is None:
            needs = [item.get("value", "") for item in case.iter("property") if item.get("name") == "needs"]
            ran.update(needs or ["other"])
    return ran


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
