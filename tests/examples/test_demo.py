"""The output of examples/demo.py, with the embedded TMDB and with a token."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tmdb_facade.testing import TMDBServer

DEMO = Path(__file__).parents[2] / "examples" / "demo.py"


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    """Run the demo in a terminal of 80 columns, with warnings as errors."""
    env = {**os.environ, "COLUMNS": "80", **environment}
    return subprocess.run([sys.executable, "-W", "error", str(DEMO)], capture_output=True, text=True, env=env)


@pytest.fixture(scope="module")
def finished() -> subprocess.CompletedProcess[str]:
    """Return the finished demo, run without a token."""
    return run()


def test_demo_shows_each_feature(finished: subprocess.CompletedProcess[str]) -> None:
    """The output has a search, a movie with cast and image URLs, a page, a union, errors, async calls, the attribution."""
    assert (finished.returncode, finished.stderr) == (0, "")
    for text in (
        "an embedded TMDB at http://127.0.0.1:",
        "Harry Potter and the Goblet of Fire",
        "Keanu Reeves",
        "https://image.tmdb.org/t/p/w185/",
        "page 2 of ",
        "person   Jack Quaid",
        "NotFoundError",
        "pass append=MovieAppend.CREDITS",
        "千と千尋の神隠し",
        "not endorsed",
    ):
        assert text in finished.stdout, text


def test_demo_code_fits_80_columns(finished: subprocess.CompletedProcess[str]) -> None:
    """The printed code is complete: no line is cut."""
    printed = finished.stdout.splitlines()
    yields = [line.strip() for line in DEMO.read_text("utf-8").splitlines() if "yield " in line and " Api(" not in line]
    assert yields
    for line in yields:
        assert any(line in shown for shown in printed), line


def test_demo_with_token_calls_the_live_api() -> None:
    """Calls go to the server in the environment, and the token is not printed. An invalid token exits with 1."""
    with TMDBServer() as server:
        finished = run(TMDB_ACCESS_TOKEN=server.access_token, TMDB_BASE_URL=server.base_url)
        assert finished.returncode == 0, finished.stderr
        assert "the live API" in finished.stdout
        assert server.access_token not in finished.stdout
        rejected = run(TMDB_ACCESS_TOKEN=server.access_token + "x", TMDB_BASE_URL=server.base_url)
    assert rejected.returncode == 1
    assert "code 7" in rejected.stdout
    assert "Traceback" not in rejected.stderr
