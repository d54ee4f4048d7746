"""The demo: a newcomer's first look must work on any machine, and with a token."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tmdb_facade.testing import TMDBServer

DEMO = Path(__file__).parents[2] / "examples" / "demo.py"


def run(**environment: str) -> subprocess.CompletedProcess[str]:
    """Run the demo as a user does, on a terminal of 80 columns; warnings are errors."""
    env = {**os.environ, "COLUMNS": "80", **environment}
    return subprocess.run([sys.executable, "-W", "error", str(DEMO)], capture_output=True, text=True, env=env)


@pytest.fixture(scope="module")
def done() -> subprocess.CompletedProcess[str]:
    """The demo without a token, run once."""
    return run()


def test_it_shows_what_a_newcomer_wants_to_see(done: subprocess.CompletedProcess[str]) -> None:
    """A search, a film with people and image URLs, a page, a union, errors, the async twin, and the attribution."""
    assert (done.returncode, done.stderr) == (0, "")
    for seen in (
        "an embedded TMDB at http://127.0.0.1:",
        "Harry Potter and the Goblet of Fire",
        "Keanu Reeves",
        "https://image.tmdb.org/t/p/w185/",
        "page 2 of 3",
        "person   Mike Starr",
        "NotFoundError",
        "pass append=MovieAppend.CREDITS",
        "千と千尋の神隠し",
        "not endorsed",
    ):
        assert seen in done.stdout, seen


def test_its_code_fits_a_terminal(done: subprocess.CompletedProcess[str]) -> None:
    """Lines of code are not cut off at 80 columns: what is printed is all of what runs."""
    printed = done.stdout.splitlines()
    code = [line.strip() for line in DEMO.read_text("utf-8").splitlines() if "yield " in line and " Place(" not in line]
    assert len(code) > 8
    for line in code:
        assert any(line in shown for shown in printed), line


def test_with_a_token_it_talks_to_the_api() -> None:
    """The same calls go where the environment points, and the token is not shown."""
    with TMDBServer() as server:
        done = run(TMDB_ACCESS_TOKEN=server.access_token, TMDB_BASE_URL=server.base_url)
        assert done.returncode == 0, done.stderr
        assert "the live API" in done.stdout
        assert server.access_token not in done.stdout
        refused = run(TMDB_ACCESS_TOKEN=server.access_token + "x", TMDB_BASE_URL=server.base_url)
    assert refused.returncode == 1
    assert "code 7" in refused.stdout
    assert "Traceback" not in refused.stderr
