"""The notebooks print what they contain, on the embedded TMDB, and their code passes mypy."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scripts.notebooks import PIXELS

ROOT = Path(__file__).parents[2]
NOTEBOOKS = sorted((ROOT / "examples").glob("*.ipynb"))
SECONDS = 600


def cells(notebook: Path) -> list[dict[str, Any]]:
    """Return the cells with code."""
    found: list[dict[str, Any]] = json.loads(notebook.read_text("utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == "code"]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a module of Python in the project."""
    command = [sys.executable, "-m", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=SECONDS)


def test_outputs_are_those_of_the_code() -> None:
    done = run("scripts.notebooks", "--check")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_notebook_has_tables_plots_and_the_attribution(notebook: Path) -> None:
    outputs = [output for cell in cells(notebook) for output in cell["outputs"]]
    assert sum(PIXELS in output.get("data", {}) for output in outputs) == 2
    assert sum("text/html" in output.get("data", {}) for output in outputs) >= 2
    assert "not endorsed" in "".join(outputs[-1]["text"])
    assert [cell["execution_count"] for cell in cells(notebook)] == list(range(1, len(cells(notebook)) + 1))


@pytest.mark.usefixtures("types_of_sdk")
@pytest.mark.parametrize("notebook", NOTEBOOKS, ids=lambda path: path.stem)
def test_code_passes_mypy(notebook: Path, tmp_path: Path) -> None:
    file = tmp_path / f"{notebook.stem}_notebook.py"
    file.write_text("\n".join("".join(cell["source"]) for cell in cells(notebook)), "utf-8")
    done = run("mypy", "--strict", str(file))
    assert done.returncode == 0, done.stdout + os.linesep + done.stderr
