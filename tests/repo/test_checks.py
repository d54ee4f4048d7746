"""The checks of `make check` that are ours can fail: each is shown what it is there to find."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from scripts.checks.release import tag_faults

Project = Callable[[dict[str, str]], Path]


@pytest.fixture
def project(tmp_path: Path, root: Path) -> Project:
    """Make a small project of some files, with the checks in it."""

    def make(files: dict[str, str]) -> Path:
        shutil.copytree(root / "scripts" / "checks", tmp_path / "scripts" / "checks")
        for name in ("__init__.py", "paths.py"):
            shutil.copy(root / "scripts" / name, tmp_path / "scripts" / name)
        for name, text in files.items():
            (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / name).write_text(text, encoding="utf-8")
        return tmp_path

    return make


def run(project: Path, check: str, *arguments: str) -> tuple[int, str]:
    """Run one check there; return its exit code and what it said."""
    command = [sys.executable, "-m", f"scripts.checks.{check}", *arguments]
    outcome = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    return outcome.returncode, outcome.stdout + outcome.stderr


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("[a](missing.md)", "missing.md: no such file"),
        ("![a](missing.png)", "missing.png: no such file"),
        ("[a](other.md#nowhere)", "other.md#nowhere: no such heading"),
        ("[a](#nowhere)", "#nowhere: no such heading"),
        ("[a](../outside.md)", "../outside.md: leads out of the project"),
    ],
)
def test_a_broken_link_is_named(project: Project, link: str, reason: str) -> None:
    """With its file and line."""
    place = project({"README.md": f"# Title\n\n{link}\n", "other.md": "# Other\n"})

    code, said = run(place, "links")

    assert code == 1
    assert f"README.md:3: {reason}" in said


def test_links_that_lead_somewhere_pass(project: Project) -> None:
    """Files, folders, headings as code hosts name them (twice the same one too), and whatever is elsewhere."""
    text = "[a](docs/b.md) [b](docs) [c](docs/b.md#how-it-is) [d](docs/b.md#how-it-is-1) [e](https://example.org/x)\n"
    place = project({"README.md": text, "docs/b.md": "# How *it* is\n\n# How it is\n"})

    assert run(place, "links") == (0, "4 links in 2 Markdown files, 0 broken\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("see /ho" + "me/someone/notes.txt", "a path of one machine"),
        ("https://registry." + "npmjs.org/x", "a package registry's address"),
        ("cat .." + "/shared/notes.md", "the folder beside the repository"),
        ("api_key = " + "9f86d081" + "884c7d65" + "9a2feaa0" + "c55ad015", "what looks like an API key"),
        # A token whose payload names the same key as its audience.
        (
            "eyJhbGciOiJIUzI1NiJ9." + "eyJhdWQiOiI5Zjg2ZDA4MTg4NGM3ZDY1OWEyZmVhYTBjNTVhZDAxNSJ9.c2lnbmF0dXJl",
            "an access token",
        ),
    ],
)
def test_what_is_of_one_machine_or_secret_is_named(project: Project, line: str, reason: str) -> None:
    """With its file and line, in any kind of text."""
    code, said = run(project({"notes.txt": f"first\n{line}\n"}), "hygiene")

    assert code == 1
    assert f"notes.txt:2: {reason}" in said


def test_what_only_looks_like_a_secret_passes(project: Project) -> None:
    """A record's hexadecimal id, and a key that somebody typed for a test."""
    place = project({"a.txt": f"credit {'9f86d081'}884c7d659a2feaa0c55ad015\nkey 0123456789abcdef0123456789abcdef\n"})

    assert run(place, "hygiene")[0] == 0


def test_a_name_that_is_defined_twice_is_named(project: Project) -> None:
    """With both places; what is private, or the sync twin's, does not count."""
    place = project(
        {
            "tmdb_facade/_core/a.py": "def page(): ...\ndef _own(): ...\n",
            "tmdb_facade/_core/b.py": "class page: ...\ndef _own(): ...\ndef other(): ...\n",
            "tmdb_facade/_sync/b.py": "def other(): ...\n",
        }
    )

    code, said = run(place, "names")

    assert code == 1
    assert "page is defined in 2 places: tmdb_facade/_core/a.py:1, tmdb_facade/_core/b.py:1" in said
    assert "other is defined" not in said


@pytest.mark.parametrize(
    ("file", "old", "new", "fault"),
    [
        (".github/workflows/ci.yml", "run: make test\n", "run: echo ${{ github.head_ref }}\n", "template-injection"),
        (".github/ISSUE_TEMPLATE/feature.yml", "type: textarea", "type: text", "textarea"),
    ],
)
def test_workflows_check_names_the_fault(
    project: Project, root: Path, file: str, old: str, new: str, fault: str
) -> None:
    """A fault in one of the project's own files fails the check."""
    names = ["CITATION.cff", ".pre-commit-config.yaml", *map(str, (root / ".github").rglob("*.yml"))]
    place = project({os.path.relpath(root / name, root): (root / name).read_text(encoding="utf-8") for name in names})
    text = (place / file).read_text(encoding="utf-8")
    assert old in text

    (place / file).write_text(text.replace(old, new), encoding="utf-8")
    code, said = run(place, "workflows")

    assert code == 1
    assert fault in said


def test_names_are_compared_across_programs(project: Project) -> None:
    """A class is defined once in all programs; a function may have a namesake in another program."""
    place = project(
        {
            "tmdb_facade/_core/a.py": "class Page: ...\ndef read(): ...\n",
            "scripts/b.py": "class Page: ...\ndef read(): ...\ndef main(): ...\n",
        }
    )

    code, said = run(place, "names")

    assert code == 1
    assert "Page is defined in 2 places: scripts/b.py:1, tmdb_facade/_core/a.py:1" in said
    assert "read is defined" not in said
    assert "main is defined" not in said


@pytest.mark.parametrize(("tag", "accepted"), [("", True), ("v0.2.0", True), ("0.2.0", False), ("v0.2.1", False)])
def test_release_tag_must_name_the_version(tag: str, accepted: bool) -> None:
    """A release is built from a tag of its own version, or from none."""
    assert (tag_faults(Path("tmdb_facade-0.2.0-py3-none-any.whl"), tag) == []) is accepted


def test_a_check_that_reads_nothing_fails(project: Project) -> None:
    """An empty scan is no success."""
    place = project({"a.py": ""})

    assert run(place, "links")[0] == 1
    assert run(place, "workflows")[0] == 1


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ('<testcase><properties><property name="needs" value="conformance"/></properties></testcase>', 0),
        ('<testcase><properties><property name="needs" value="conformance"/></properties><skipped/></testcase>', 1),
        ("<testcase/>", 1),
    ],
)
def test_a_kind_of_test_that_did_not_run_is_noticed(project: Project, case: str, code: int) -> None:
    """A run counts as complete only if the tests that need something were in it, and not skipped."""
    place = project({"report.xml": f"<testsuites><testsuite>{case}<testcase/></testsuite></testsuites>"})

    found, said = run(place, "tests_ran", "report.xml", "conformance")

    assert found == code
    assert ("no conformance test ran" in said) == bool(code)
