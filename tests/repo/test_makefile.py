"""The Makefile's help, its programs and the documented commands agree."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path


def test_make_help_lists_every_target(root: Path) -> None:
    """`make` without a target shows the help, and every target is phony."""
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)$", makefile, re.MULTILINE)

    output = subprocess.run(["make"], cwd=root, capture_output=True, text=True, check=True).stdout

    listed = re.findall(r"^  make (\S+) +\S", output, re.MULTILINE)
    assert sorted(listed) == sorted(targets)
    assert phony is not None
    assert set(phony[1].split()) == targets
    assert {"demo", "test", "test-all", "check", "regenerate", "sync", "record", "bench", "help"} <= targets


def test_makefile_programs_exist(root: Path) -> None:
    programs = re.findall(r"(?<=\s)[a-z]+/[\w./]+\.(?:py|sh)", (root / "Makefile").read_text(encoding="utf-8"))

    assert programs
    assert [program for program in programs if not (root / program).is_file()] == []


def test_readme_and_contributing_name_only_real_make_targets(root: Path) -> None:
    targets = set(re.findall(r"^([a-z][a-z-]*):", (root / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    mentioned = {
        command
        for document in ("README.md", "CONTRIBUTING.md")
        for command in re.findall(
            r"(?:`|^)make ([a-z][a-z-]*)", (root / document).read_text(encoding="utf-8"), re.MULTILINE
        )
    }

    assert mentioned
    assert mentioned <= targets


def test_documented_checks_exist(root: Path) -> None:
    """The values of `CHECKS=` in examples are names of checks."""
    names = ("Makefile", "CONTRIBUTING.md", ".pre-commit-config.yaml")
    texts = [(root / name).read_text(encoding="utf-8") for name in names]
    mentioned = {
        check for text in texts for value in re.findall(r'CHECKS="([a-z ]+)"', text) for check in value.split()
    }

    program = [sys.executable, "-m", "scripts.checks.run", "nothing"]
    stderr = subprocess.run(program, cwd=root, capture_output=True, text=True, check=False).stderr

    assert mentioned
    assert mentioned <= set(stderr.partition("choose from ")[2].strip().split(", "))
