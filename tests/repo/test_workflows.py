"""The workflows of `.github` call only commands that run on any machine. What else they need, `make check` validates."""

from __future__ import annotations

import re
import shlex
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
TARGETS = set(re.findall(r"^([a-z][a-z-]*):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def jobs(workflow: Path) -> Iterator[dict[str, Any]]:
    """Yield the jobs of a workflow."""
    yield from yaml.safe_load(workflow.read_text(encoding="utf-8"))["jobs"].values()


# One command that only reads a file.
OUTPUT = re.compile(r"""jq --raw-output '[^'\n]*' "\$RUNNER_TEMP/[\w.]+" >> "\$GITHUB_OUTPUT\"""")


def commands(workflow: Path) -> list[str]:
    """Return the commands of a workflow's `run:` steps."""
    return [step["run"] for job in jobs(workflow) for step in job["steps"] if "run" in step]


def make_targets(text: str) -> set[str]:
    """Return the targets of the `make` commands that stand at the start of a line."""
    return set(re.findall(r"^(?:env .* )?make ([a-z-]+)", text, re.MULTILINE))


def supported_pythons() -> list[str]:
    """Return the Python versions of pyproject.toml's classifiers."""
    classifiers = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["classifiers"]
    return [found[1] for line in classifiers if (found := re.fullmatch(r".* :: Python :: (3\.\d+)", line))]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.stem)
def test_each_run_step_is_one_make_target(workflow: Path) -> None:
    """Each `run:` step of a workflow is `make` and one target of the Makefile, or passes values of a report to later steps."""
    called = [shlex.split(command) for command in commands(workflow) if not OUTPUT.fullmatch(command)]

    assert called
    assert [words for words in called if len(words) != 2 or words[0] != "make" or words[1] not in TARGETS] == []


def test_ci_workflow_calls_the_make_targets_of_ci_run() -> None:
    """ci.yml and .ci/run call the same make targets."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    workflow = "\n".join(commands(ROOT / ".github" / "workflows" / "ci.yml"))

    assert make_targets(workflow) == make_targets(script)


def test_ci_matrix_is_every_supported_python() -> None:
    """The matrix of ci.yml has the Pythons of pyproject.toml's classifiers, in their order."""
    matrices = [
        job["strategy"]["matrix"] for job in jobs(ROOT / ".github" / "workflows" / "ci.yml") if "strategy" in job
    ]

    assert [matrix["python"] for matrix in matrices] == [supported_pythons()]


def test_workflows_set_up_supported_pythons_only() -> None:
    """No workflow sets up a Python that the package does not support."""
    steps = [step for workflow in WORKFLOWS for job in jobs(workflow) for step in job["steps"]]
    versions = {step["with"]["python-version"] for step in steps if "python-version" in step.get("with", {})}

    assert versions - {"${{ matrix.python }}"} <= set(supported_pythons())


def test_pre_commit_hooks_call_make_targets() -> None:
    """Each hook of pre-commit calls a target of the Makefile."""
    configuration = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    entries = [shlex.split(hook["entry"]) for repository in configuration["repos"] for hook in repository["hooks"]]

    assert entries
    assert [words for words in entries if words[0] != "make" or words[1] not in TARGETS] == []
