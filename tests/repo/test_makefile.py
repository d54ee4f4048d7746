"""The Makefile is the developer's manual: what it lists is there, and what is there it lists."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def test_help_lists_every_command(root: Path) -> None:
    """`make` alone shows each command with what it does."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)

    shown = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True).stdout

    listed = re.findall(r"^  make (\S+) +\S", shown, re.MULTILINE)
    assert sorted(listed) == sorted(targets)
    assert phony is not None
    assert set(phony[1].split()) == targets
    assert {"demo", "test", "test-all", "check", "regenerate", "sync", "record", "bench", "help"} <= targets


def test_every_program_it_starts_is_there(root: Path) -> None:
    """No command of the Makefile names a file that does not exist."""
    programs = re.findall(r"(?<=\s)[a-z]+/[\w./]+\.(?:py|sh)", (root / "Makefile").read_text(encoding="utf-8"))

    assert programs
    assert [program for program in programs if not (root / program).is_file()] == []


def test_the_documents_name_only_real_commands(root: Path) -> None:
    """`make something` in README and CONTRIBUTING is a target of the Makefile."""
    targets = set(re.findall(r"^([a-z][a-z-]*):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    named = {
        command
        for document in ("README.md", "CONTRIBUTING.md")
        for command in re.findall(
            r"(?:`|^)make ([a-z][a-z-]*)", (root / document).read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert named
    assert named <= targets


def test_the_checks_that_documents_name_are_there(root: Path) -> None:
    """What stands behind `CHECKS=` as an example can be typed."""
    texts = [
        (root / name).read_text(encoding="utf-8") for name in ("Makefile", "CONTRIBUTING.md", ".pre-commit-config.yaml")
    ]
    named = {check for text in texts for found in re.findall(r'CHECKS="([a-z ]+)"', text) for check in found.split()}

    program = [sys.executable, "-m", "scripts.checks.run", "nothing"]
    said = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False).stderr

    assert named
    assert named <= set(said.partition("there are ")[2].strip().split(", "))
