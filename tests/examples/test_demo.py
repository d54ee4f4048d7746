"""The demo runs on any machine, and against the live API with a token."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tmdb_facade.testing import TMDBServer

DEMO = Path(__file__).parents[2] / "examples" / "demo.py"


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    """Run the demo on a terminal of 80 columns, with warnings as errors."""
    env = {**os.environ, "COLUMNS": "80", **environment}
    return subprocess.run([sys.executable, "-W", "error", str(DEMO)], capture_output=True, text=True, env=env)


@pytest.fixture(scope="module")
def demo() -> subprocess.CompletedProcess[str]:
    """A run of the demo without a token."""
    return run()


def test_demo_shows_every_feature(demo: subprocess.CompletedProcess[str]) -> None:
    """A search, a movie with people and image URLs, a page, a union, errors, the async client and the attribution."""
    assert (demo.returncode, demo.stderr) == (0, "")
    for text in (
        "an embedded TMDB at http://127.0.0.1:",
        "Harry Potter and the Goblet of Fire",
        "Keanu Reeves",
        "https://image.tmdb.org/t/p/w185/",
        "page 2 of ",
        "person   Mike Starr",
        "NotFoundError",
        "pass append=MovieAppend.CREDITS",
        "千と千尋の神隠し",
        "not endorsed",
    ):
        assert text in demo.stdout, text


def test_demo_prints_its_code_without_truncation(demo: subprocess.CompletedProcess[str]) -> None:
    """Every line of its code fits into 80 columns."""
    printed = demo.stdout.splitlines()
    code = [line.strip() for line in DEMO.read_text("utf-8").splitlines() if "yield " in line and " Place(" not in line]
    assert code
    for line in code:
        assert any(line in output for output in printed), line


def test_demo_with_a_token_calls_the_configured_api() -> None:
    """The token is not shown, and a rejected one is reported without a traceback."""
    with TMDBServer() as server:
        process = run(TMDB_ACCESS_TOKEN=server.access_token, TMDB_BASE_URL=server.base_url)
        assert process.returncode == 0, process.stderr
        assert "the live API" in process.stdout
        assert server.access_token not in process.stdout
        rejected = run(TMDB_ACCESS_TOKEN=server.access_token + "x", TMDB_BASE_URL=server.base_url)
    assert rejected.returncode == 1
    assert "code 7" in rejected.stdout
    assert "Traceback" not in rejected.stderr
