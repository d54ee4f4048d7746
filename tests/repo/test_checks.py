"""Each own check of `make check` reports the errors that it looks for."""

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
    """Return a function that writes a project of some files with the checks in it."""

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
    """Run a check in a project; return its exit code and output."""
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
def test_links_reports_broken_links_with_file_and_line(project: Project, link: str, reason: str) -> None:
    place = project({"README.md": f"# Title\n\n{link}\n", "other.md": "# Other\n"})

    code, output = run(place, "links")

    assert code == 1
    assert f"README.md:3: {reason}" in output


def test_links_accepts_files_folders_headings_and_urls(project: Project) -> None:
    """Anchors are named as code hosts do; a repeated heading has a number. URLs are not fetched."""
    text = "[a](docs/b.md) [b](docs) [c](docs/b.md#how-it-is) [d](docs/b.md#how-it-is-1) [e](https://example.org/x)\n"
    place = project({"README.md": text, "docs/b.md": "# How *it* is\n\n# How it is\n"})

    assert run(place, "links") == (0, "4 links in 2 Markdown files, 0 broken\n")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("see /ho" + "me/someone/notes.txt", "a path of one machine"),
        ("https://registry." + "npmjs.org/x", "a package registry's address"),
        ("cat .." + "/shared/notes.md", "the folder beside the repository"),
        ("api_key = " + "9f86d081" + "884c7d65" + "9a2feaa0" + "c55ad015", "a possible API key"),
        # A token whose payload names the same key as its audience.
        (
            "eyJhbGciOiJIUzI1NiJ9." + "eyJhdWQiOiI5Zjg2ZDA4MTg4NGM3ZDY1OWEyZmVhYTBjNTVhZDAxNSJ9.c2lnbmF0dXJl",
            "an access token",
        ),
    ],
)
def test_hygiene_reports_machine_paths_and_secrets_with_file_and_line(project: Project, line: str, reason: str) -> None:
    code, output = run(project({"notes.txt": f"first\n{line}\n"}), "hygiene")

    assert code == 1
    assert f"notes.txt:2: {reason}" in output


def test_hygiene_accepts_record_ids_and_typed_test_keys(project: Project) -> None:
    place = project({"a.txt": f"credit {'9f86d081'}884c7d659a2feaa0c55ad015\nkey 0123456789abcdef0123456789abcdef\n"})

    assert run(place, "hygiene")[0] == 0


def test_names_reports_public_names_defined_twice(project: Project) -> None:
    """Private names and the sync twin are ignored."""
    place = project(
        {
            "tmdb_facade/_core/a.py": "def page(): ...\ndef _own(): ...\n",
            "tmdb_facade/_core/b.py": "class page: ...\ndef _own(): ...\ndef other(): ...\n",
            "tmdb_facade/_sync/b.py": "def other(): ...\n",
        }
    )

    code, output = run(place, "names")

    assert code == 1
    assert "page is defined in 2 places: tmdb_facade/_core/a.py:1, tmdb_facade/_core/b.py:1" in output
    assert "other is defined" not in output


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
    code, output = run(place, "workflows")

    assert code == 1
    assert fault in output


def test_names_compares_classes_across_programs_and_functions_within_one(project: Project) -> None:
    """A class is defined once in all programs; a function may have a namesake in another program."""
    place = project(
        {
            "tmdb_facade/_core/a.py": "class Page: ...\ndef read(): ...\n",
            "scripts/b.py": "class Page: ...\ndef read(): ...\ndef main(): ...\n",
        }
    )

    code, output = run(place, "names")

    assert code == 1
    assert "Page is defined in 2 places: scripts/b.py:1, tmdb_facade/_core/a.py:1" in output
    assert "read is defined" not in output
    assert "main is defined" not in output


@pytest.mark.parametrize(("tag", "accepted"), [("", True), ("v0.2.0", True), ("0.2.0", False), ("v0.2.1", False)])
def test_release_tag_must_name_the_version(tag: str, accepted: bool) -> None:
    """A release is built from a tag of its own version, or from none."""
    assert (tag_faults(Path("tmdb_facade-0.2.0-py3-none-any.whl"), tag) == []) is accepted


@pytest.mark.parametrize("check", ["links", "workflows"])
def test_check_fails_without_input(project: Project, check: str) -> None:
    assert run(project({"a.py": ""}), check)[0] == 1


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ('<testcase><properties><property name="needs" value="conformance"/></properties></testcase>', 0),
        ('<testcase><properties><property name="needs" value="conformance"/></properties><skipped/></testcase>', 1),
        ("<testcase/>", 1),
    ],
)
def test_tests_ran_reports_requirements_whose_tests_did_not_run(project: Project, case: str, code: int) -> None:
    """Skipped tests count as not run."""
    place = project({"report.xml": f"<testsuites><testsuite>{case}<testcase/></testsuite></testsuites>"})

    exit_code, output = run(place, "tests_ran", "report.xml", "conformance")

    assert exit_code == code
    assert ("no conformance test ran" in output) == bool(code)
