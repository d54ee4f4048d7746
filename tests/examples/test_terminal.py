"""The program for the terminal, without a browser: it polls until the user has approved."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tmdb_facade import TMDB
from tmdb_facade.testing import TMDBServer

PROGRAM = Path(__file__).parents[2] / "examples" / "terminal.py"
SECONDS = 60


@pytest.fixture
def server() -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB, whose demo user has a watchlist."""
    with TMDBServer() as server:
        with TMDB(server.access_token, base_url=server.base_url, session_id=server.session_id) as tmdb:
            tmdb.account.set_watchlist(media_type="movie", media_id=550, watchlist=True)
        yield server


def start(server: TMDBServer, *arguments: str) -> subprocess.Popen[str]:
    """Start the program."""
    env = {**os.environ, "TMDB_ACCESS_TOKEN": server.access_token, "TMDB_BASE_URL": server.base_url}
    command = [sys.executable, "-W", "error", str(PROGRAM), *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, env=env)


def shown_token(process: subprocess.Popen[str]) -> str:
    """Return the request token in the URL that the program shows."""
    assert process.stderr is not None
    for line in process.stderr:
        if found := re.search(r"/authenticate/(\w+)", line):
            return found[1]
    raise AssertionError("the program shows no URL")


def test_headless_login_polls_and_is_kept(server: TMDBServer, tmp_path: Path) -> None:
    store = tmp_path / "store" / "users.json"
    process = start(server, "--headless", "--save", str(store))
    server.approve(shown_token(process))
    output, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 0, errors
    assert output.splitlines()[:2] == ["Signed in as demo.", "  Fight Club (1999)"]

    again = start(server, "--headless", "--save", str(store))
    output, errors = again.communicate(timeout=SECONDS)
    assert (again.returncode, errors) == (0, "")
    assert "Signed in as demo." in output

    server.reset()  # forgets all sessions
    expired = start(server, "--headless", "--save", str(store))
    server.approve(shown_token(expired))
    output, errors = expired.communicate(timeout=SECONDS)
    assert expired.returncode == 0, errors
    assert "Your watchlist is empty." in output


def test_interrupted_login_ends_at_once(server: TMDBServer) -> None:
    process = start(server, "--headless")
    shown_token(process)
    process.send_signal(2)
    _, errors = process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert "Traceback" not in errors
