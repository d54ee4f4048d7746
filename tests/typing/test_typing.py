"""Type checkers accept the code in `users/` and reject every wrong use in `wrong.py`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.once import Once
from tests.typing.wrong import HEADER, WRONG

ROOT = Path(__file__).parents[2]
USERS = Path(__file__).with_name("users")

CHECKERS = {
    "mypy": ["-m", "mypy", "--no-error-summary", "--hide-error-context"],
    "pyright": ["-m", "pyright", "--pythonpath", sys.executable],
    "ty": ["-m", "ty", "check", "--output-format", "concise", "--python", sys.executable],
}


class Report(NamedTuple):
    """The errors of a type checker.

    Attributes:
        users: The errors in `users/`.
        wrong: The errors in the wrong uses with their explanations, by line.
    """

    users: list[str]
    wrong: dict[int, str]


@pytest.fixture(scope="module", params=CHECKERS)
def report(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, once: Once) -> Report:
    """Run each type checker once, since it spends most of its time on the SDK."""
    if request.param == "mypy":
        request.getfixturevalue("types_of_sdk")
    return once(f"report of {request.param}", lambda: checked(request.param, tmp_path_factory.mktemp("typing")))


def checked(checker: str, folder: Path) -> Report:
    """Run a type checker."""
    path = folder / "wrong_uses.py"
    path.write_text(HEADER + "\n".join(WRONG) + "\n", "utf-8")
    command = [sys.executable, *CHECKERS[checker], str(USERS), str(path)]
    run = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    # Pyright explains an error in indented lines below it.
    errors = re.findall(r"^.*:\d+:.*\berror\b.*(?:\n[^\S\n]{4}.*)*", run.stdout, re.MULTILINE)
    # Without any error, the checker did not read the wrong uses.
    assert run.returncode == 1, run.stdout + run.stderr
    assert errors, run.stdout + run.stderr
    wrong: defaultdict[int, list[str]] = defaultdict(list)
    for error in errors:
        if match := re.search(rf"{path.name}:(\d+):", error):
            wrong[int(match[1])].append(error)
    users = [error for error in errors if path.name not in error]
    return Report(users, {line: "\n".join(messages) for line, messages in wrong.items()})


def test_users_files_have_no_type_errors(report: Report) -> None:
    """So every `assert_type` in them is exact, in both clients."""
    assert report.users == []


def test_wrong_uses_are_type_errors(report: Report) -> None:
    """Each wrong use is an error on its own line, and the header has none."""
    first = HEADER.count("\n") + 1
    accepted = [line for number, line in enumerate(WRONG, first) if number not in report.wrong]
    assert accepted == []
    assert [error for number, error in report.wrong.items() if number < first] == []


def test_errors_for_blocks_that_were_not_appended_name_the_block(report: Report) -> None:
    first = HEADER.count("\n") + 1
    unnamed: list[str] = []
    for number, use in enumerate(WRONG, first):
        code, _, reason = use.partition("  # ")
        if re.match("(?:a (?:block|season) that|another block than|neither of)", reason) and code.startswith("tmdb"):
            block = "season" if code.endswith(".season(1)") else code.rpartition(".")[2]
            if f"has{block.replace('_', '')}]" not in report.wrong[number].lower():
                unnamed.append(report.wrong[number])
    assert unnamed == []


def test_wrong_uses_are_unique_and_have_an_explanation() -> None:
    assert [line for line in WRONG if not re.search(r"\S  # \S", line)] == []
    assert len(set(WRONG)) == len(WRONG)
