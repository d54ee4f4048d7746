"""The script that runs another client's suite: it finds the command, and passes the suite's result on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from scripts import foreign
from tmdb_facade.testing import TMDBServer

SUITE = """
import os, json, urllib.request

def test_movie():
    url = "http://api.themoviedb.org/3/movie/550?api_key=" + os.environ["TMDB_API_KEY"]
    assert json.load(urllib.request.urlopen(url))["title"] == "{title}"
"""


@pytest.mark.parametrize(
    ("files", "command"),
    [
        (["go.mod", "package.json"], ["go", "test", "-count=1", "./..."]),
        (["package.json"], ["npm", "test"]),
        (["setup.py"], [sys.executable, "-m", "pytest"]),
        ([], []),
    ],
)
def test_command_is_that_of_the_build_tool(tmp_path: Path, files: list[str], command: list[str]) -> None:
    for name in files:
        (tmp_path / name).touch()
    assert foreign.usual_command(tmp_path) == command


@pytest.mark.parametrize(("title", "status"), [("Fight Club", 0), ("Another", 1)])
def test_suite_runs_on_the_embedded_server(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], title: str, status: int
) -> None:
    (tmp_path / "pyproject.toml").touch()
    (tmp_path / "test_movie.py").write_text(SUITE.replace("{title}", title))
    assert foreign.main([str(tmp_path), "--", sys.executable, "-m", "pytest", "-q", "-p", "no:tmdb_facade"]) == status
    assert "     1  200  GET movies_details" in capfd.readouterr().out


def test_suite_finds_its_session_and_its_sentences(tmp_path: Path) -> None:
    (tmp_path / "texts.json").write_text('{"34": "Nothing here."}')
    suite = tmp_path / "suite.py"
    suite.write_text(
        "import json, urllib.error, urllib.request\n"
        "def get(path):\n"
        "    try:\n"
        "        return json.load(urllib.request.urlopen(f'http://api.themoviedb.org/3/{path}api_key=any'))\n"
        "    except urllib.error.HTTPError as error:\n"
        "        return json.load(error)\n"
        "assert get('account?session_id=that-of-the-suite&')['username'] == 'demo'\n"
        "assert get('movie/999999999?')['status_message'] == 'Nothing here.'\n"
    )
    options = ["--session-id", "that-of-the-suite", "--status-messages", str(tmp_path / "texts.json")]
    assert foreign.main([*options, str(tmp_path), "--", sys.executable, str(suite)]) == 0


def test_unusable_sentences_are_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        foreign.main([str(tmp_path), "--status-messages", str(tmp_path / "none.json"), "--", "true"])
    assert "none.json" in capfd.readouterr().err


def test_credentials_are_those_of_the_user_demo() -> None:
    with TMDBServer() as server:
        given = foreign.credentials(server)
    assert given["TMDB_API_READ_ACCESS_TOKEN"] == server.access_token != given["TMDB_V4_ACCESS_TOKEN"]
    assert (given["TMDB_USERNAME"], given["TMDB_ACCOUNT_ID"]) == ("demo", "1")


def test_wrong_checkout_is_an_error(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    for folder, message in ((tmp_path / "none", "is not a folder"), (tmp_path, "name its command after --")):
        with pytest.raises(SystemExit):
            foreign.main([str(folder)])
        assert message in capfd.readouterr().err
