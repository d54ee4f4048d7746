"""Check that tests with certain requirements ran, by counting them in a JUnit report.

`python -m scripts.checks.tests_ran report.xml conformance node` fails if no test with one of these markers ran.
"""

from __future__ import annotations

import sys
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path


def main(arguments: list[str]) -> int:
    """Print the number of tests by requirement; return 1 if none ran for one of those named."""
    report, *required = arguments
    ran = count_tests(Path(report))
    print("tests that ran:", ", ".join(f"{number} {kind}" for kind, number in ran.items()))
    missing = [kind for kind in required if not ran[kind]]
    for kind in missing:
        print(f"no {kind} test ran", file=sys.stderr)
    return 1 if missing else 0


def count_tests(report: Path) -> Counter[str]:
    """Return the number of tests that were not skipped, by the requirement that tests/conftest.py records."""
    ran: Counter[str] = Counter()
    for case in ElementTree.parse(report).getroot().iter("testcase"):
        if case.find("skipped") is None:
            needs = [item.get("value", "") for item in case.iter("property") if item.get("name") == "needs"]
            ran.update(needs or ["other"])
    return ran


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
