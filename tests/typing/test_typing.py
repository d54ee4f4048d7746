"""Type checkers agree with us about what users see, and about what is wrong."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.typing.wrong import HEADER, WRONG

ROOT = Path(__file__).parents[2]
USERS = Path(__file__).with_name("users")

CHECKERS = {
    "mypy": ["-m", "mypy", "--no-error-summary", "--hide-error-context", "--no-incremental"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
    "ty": ["-m", "ty", "check", "--output-format", "concise", "--python", sys.executable],
}


class Report(NamedTuple):
    """What a type checker says.

    Attributes:
        users: The errors in what users may write.
        wrong: The errors in what they may not, by line.
    """

    users: list[str]
    wrong: dict[int, str]


@pytest.fixture(scope="module", params=CHECKERS)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Report:
    """Run each type checker once: most of its time is the SDK's, whatever else it reads."""
    path = tmp_path_factory.mktemp("typing") / "wrong_uses.py"
    path.write_text(HEADER + "\n".join(WRONG) + "\n", "utf-8")
    command = [sys.executable, *CHECKERS[request.param], str(USERS), str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    errors = [line for line in run.stdout.splitlines() if re.search(r":\d+:.*\berror\b", line)]
    # The wrong uses give some; without any, the checker saw nothing.
    assert run.returncode == 1, run.stdout + run.stderr
    assert errors, run.stdout + run.stderr
    wrong: defaultdict[int, list[str]] = defaultdict(list)
    for error in errors:
        if match := re.search(rf"{path.name}:(\d+):", error):
            wrong[int(match[1])].append(error)
    users = [error for error in errors if path.name not in error]
    return Report(users, {line: "\n".join(found) for line, found in wrong.items()})


def test_what_users_see_is_exact(report: Report) -> None:
    """Every call in these files, in both clients, has the type that is written beside it."""
    assert report.users == []


def test_wrong_uses_are_errors(report: Report) -> None:
    """Each on its own line, and nothing else on the page."""
    first = HEADER.count("\n") + 1
    accepted = [line for number, line in enumerate(WRONG, first) if number not in report.wrong]
    assert accepted == []
    assert [error for number, error in report.wrong.items() if number < first] == []


def test_every_wrong_use_says_what_is_wrong() -> None:
    """Whoever reads a failure wants to know what was meant; and none stands here twice."""
    assert [line for line in WRONG if not re.search(r"\S  # \S", line)] == []
    assert len(set(WRONG)) == len(WRONG)
