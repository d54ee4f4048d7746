"""`python -m tmdb_facade.testing serve`: a server for people, with what they need to use it."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from tmdb_facade.testing.__main__ import main


def ask(output: str) -> httpx.Response:
    """Do what the output says to do: use its address and its token."""
    exported = dict(re.findall(r"export (\w+)=(\S+)", output))
    headers = {"authorization": f"Bearer {exported['TMDB_ACCESS_TOKEN']}"}
    return httpx.get(f"{exported['TMDB_BASE_URL']}/3/movie/550", headers=headers)


def test_it_serves_until_it_is_told_to_stop(tmp_path: Path) -> None:
    """As a program: it prints where it is, answers, and ends at once and well."""
    state = tmp_path / "state.sqlite"
    program = [sys.executable, "-m", "tmdb_facade.testing", "serve", "--port", "0", "--state", str(state)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        output = ""
        while "These open nothing" not in output:
            output += running.stdout.readline()
        answer = ask(output)
        running.send_signal(signal.SIGTERM)
        assert running.wait(10) == 0
    assert answer.json()["title"] == "Fight Club"
    assert f"state       {state}" in output
    assert state.is_file()


def test_everything_that_it_prints_can_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    """The key, the session and the user, too."""
    seen = list[httpx.Response]()

    def use() -> None:
        output = capsys.readouterr().out
        base_url = re.findall(r"http://\S+[0-9]", output)[0]
        (api_key,) = re.findall(r"API key +(\S+)", output)
        (session_id,) = re.findall(r"session id +(\S+)", output)
        ((name, password),) = re.findall(r"user +(\S+), password (\S+)", output)
        with httpx.Client(base_url=base_url, params={"api_key": api_key}) as client:
            seen.append(client.get("/3/account", params={"session_id": session_id}))
            token = client.get("/3/authentication/token/new").json()["request_token"]
            login = {"username": name, "password": password, "request_token": token}
            seen.append(client.post("/3/authentication/token/validate_with_login", json=login))

    assert main(["serve", "--port", "0"], wait=use) == 0
    assert [answer.status_code for answer in seen] == [200, 200]
    assert seen[0].json()["username"] == "demo"


def test_a_taken_port_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    """With what to do."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    assert re.search(rf"cannot listen on port {port}: .*--port", capsys.readouterr().err)


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_what_is_no_port_is_refused(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    """As argparse refuses: with the usage, and code 2."""
    with pytest.raises(SystemExit) as refused:
        main(["serve", "--port", port])
    assert refused.value.code == 2
    assert f"{port!r} is no port" in capsys.readouterr().err


def test_a_catalogue_of_ones_own_is_served(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder with one film is enough."""
    (tmp_path / "movies").mkdir()
    movie = '{"id": 550, "original_title": "A film of mine", "original_language": "en"}'
    (tmp_path / "movies" / "mine.json").write_text(movie, "utf-8")
    seen = list[httpx.Response]()
    assert (
        main(
            ["serve", "--port", "0", "--catalogue", str(tmp_path)],
            wait=lambda: seen.append(ask(capsys.readouterr().out)),
        )
        == 0
    )
    assert seen[0].json()["title"] == "A film of mine"


def test_a_catalogue_that_does_not_hang_together_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what is wrong, before anything listens."""
    (tmp_path / "movies").mkdir()
    movie = '{"id": 1, "original_title": "A film", "original_language": "en", "genres": [123456]}'
    (tmp_path / "movies" / "mine.json").write_text(movie, "utf-8")
    assert main(["serve", "--port", "0", "--catalogue", str(tmp_path)]) == 1
    assert "123456" in capsys.readouterr().err


def test_a_state_that_cannot_be_used_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the file's name."""
    assert main(["serve", "--port", "0", "--state", os.fspath(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err
