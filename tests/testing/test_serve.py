"""The program `python -m tmdb_facade.testing serve`."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.__main__ import main
from tmdb_facade.testing.commands import fault_options, serve


def serve_until(wait: Callable[[], None], *arguments: str) -> int:
    """Run the command until a function returns, on a free port."""
    parser = argparse.ArgumentParser()
    serve.add_options(parser)
    return serve.run(parser.parse_args(["--port", "0", *arguments]), wait=wait)


def get_movie(output: str) -> httpx.Response:
    """Request a movie with the address and the token of the program's output."""
    exported = dict(re.findall(r"export (\w+)=(\S+)", output))
    headers = {"authorization": f"Bearer {exported['TMDB_ACCESS_TOKEN']}"}
    return httpx.get(f"{exported['TMDB_BASE_URL']}/3/movie/550", headers=headers, timeout=30)


def test_serve_runs_until_sigterm(tmp_path: Path) -> None:
    state = tmp_path / "state.sqlite"
    program = [sys.executable, "-m", "tmdb_facade.testing", "serve", "--port", "0", "--state", str(state)]
    with subprocess.Popen(program, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        output = ""
        while "Only embedded servers" not in output:
            output += running.stdout.readline()
        answer = get_movie(output)
        running.send_signal(signal.SIGTERM)
        assert running.wait(30) == 0
    assert answer.json()["title"] == "Fight Club"
    assert f"state       {state}" in output
    assert state.is_file()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_serve_stops_in_order_as_soon_as_it_says_that_it_listens(number: signal.Signals) -> None:
    program = [sys.executable, "-m", "tmdb_facade.testing", "serve", "--port", "0"]
    with subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert "is listening on" in running.stdout.readline()
        running.send_signal(number)
        _, errors = running.communicate(timeout=30)
    assert (running.returncode, errors) == (0, "")


def test_serve_restores_the_handlers_of_signals(capsys: pytest.CaptureFixture[str]) -> None:
    """A program that tries to serve in its main thread still ends at Ctrl+C afterwards."""
    numbers = (signal.SIGINT, signal.SIGTERM)
    before = [signal.getsignal(number) for number in numbers]
    with socket.create_server(("127.0.0.1", 0)) as occupied:
        assert main(["serve", "--port", str(occupied.getsockname()[1])]) == 1
    assert "already in use" in capsys.readouterr().err
    assert [signal.getsignal(number) for number in numbers] == before


def test_serve_rejects_certificates_without_https(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve_until(lambda: None, "--certificates", str(tmp_path)) == 1
    assert "add it" in capsys.readouterr().err


@pytest.mark.parametrize(("arguments", "status", "output"), [(["serve"], 1, ""), (["serve", "--help"], 0, "--port")])
def test_serve_without_its_extra_says_what_to_install(
    tmp_path: Path, arguments: list[str], status: int, output: str
) -> None:
    """Only a server needs the packages of the extra; the help does not."""
    (tmp_path / "uvicorn.py").write_text("raise ModuleNotFoundError('not installed', name='uvicorn')", "utf-8")
    program = [sys.executable, "-m", "tmdb_facade.testing", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(program, capture_output=True, text=True, check=False, env=environment, timeout=60)
    assert done.returncode == status
    assert output in done.stdout
    needed = "tmdb_facade.testing needs the package uvicorn: pip install 'tmdb-facade[testing]'\n"
    assert done.stderr == (needed if status else "")


def test_serve_prints_valid_credentials(capsys: pytest.CaptureFixture[str]) -> None:
    answers = list[httpx.Response]()

    def use() -> None:
        output = capsys.readouterr().out
        base_url = re.findall(r"http://\S+[0-9]", output)[0]
        (api_key,) = re.findall(r"API key +(\S+)", output)
        (session_id,) = re.findall(r"session id +(\S+)", output)
        ((name, password),) = re.findall(r"user +(\S+), password (\S+)", output)
        with httpx.Client(timeout=30, base_url=base_url, params={"api_key": api_key}) as client:
            answers.append(client.get("/3/account", params={"session_id": session_id}))
            token = client.get("/3/authentication/token/new").json()["request_token"]
            login = {"username": name, "password": password, "request_token": token}
            answers.append(client.post("/3/authentication/token/validate_with_login", json=login))

    assert serve_until(use) == 0
    assert [answer.status_code for answer in answers] == [200, 200]
    assert answers[0].json()["username"] == "demo"


@pytest.mark.parametrize(("who", "status"), [("local", 200), ("nobody", None)])
def test_serve_prints_the_admin_page(who: str, status: int | None, capsys: pytest.CaptureFixture[str]) -> None:
    answers = list[int | None]()

    def use() -> None:
        (shown,) = re.findall(r"admin page +(.+)", capsys.readouterr().out)
        answers.append(None if shown == "turned off" else httpx.get(shown, timeout=30).status_code)

    assert serve_until(use, "--admin", who) == 0
    assert answers == [status]


@pytest.mark.parametrize("option", ["--api-key", "--access-token", "--any-key"])
def test_serve_accepts_the_keys_of_programs(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A key of the command line may be a real one, so it is not printed."""
    key = "key-in-the-source-of-a-program"
    answers = list[int]()
    outputs = list[str]()

    def use() -> None:
        outputs.append(capsys.readouterr().out)
        url = re.findall(r"http://\S+[0-9]", outputs[0])[0] + "/3/movie/550"
        with httpx.Client(timeout=30) as client:
            for name in (key, "another"):
                answers.append(client.get(url, params={"api_key": name}).status_code)
                answers.append(client.get(url, headers={"authorization": f"Bearer {name}"}).status_code)

    arguments = [option] if option == "--any-key" else [option, key]
    assert serve_until(use, *arguments) == 0
    expected = {
        "--api-key": [200, 401, 401, 401],
        "--access-token": [401, 200, 401, 401],
        "--any-key": [200, 200, 200, 200],
    }
    assert answers == expected[option]
    assert key not in outputs[0]


@pytest.mark.parametrize("arguments", [["--api-key", ""], ["--access-token", " "], ["--api-key", "k", "--any-key"]])
def test_serve_rejects_empty_and_contradicting_keys(arguments: list[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", *arguments])


def test_curl_reaches_the_api_by_the_printed_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The name of the folder needs quotes. The variables have the same file."""
    folder = tmp_path / "my certificates"
    answers = list[str]()

    def use() -> None:
        output = capsys.readouterr().out
        (command,) = re.findall(r"^  (curl .*)$", output, re.MULTILINE)
        done = subprocess.run(shlex.split(command), capture_output=True, text=True, check=True, timeout=60)
        answers.append(done.stdout)
        for line in re.findall(r"^  (?:export [SRNC]\w+=|keytool .*-file )(.*)$", output, re.MULTILINE):
            assert shlex.split(line, comments=True)[0] == f"{folder / 'ca.pem'}"
        assert (
            "127.0.0.1 api.themoviedb.org api.tmdb.org image.tmdb.org media.themoviedb.org www.themoviedb.org" in output
        )
        assert "--port 443" in output

    assert serve_until(use, "--https", "--certificates", str(folder), "--any-key") == 0
    assert '"title":"Fight Club"' in answers[0]


def test_serve_keeps_its_authority_in_the_users_configuration(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def user_config_path(name: str, **options: object) -> Path:
        return tmp_path / name

    monkeypatch.setattr("platformdirs.user_config_path", user_config_path)
    assert serve_until(lambda: None, "--https") == 0
    assert f"{tmp_path / 'tmdb-facade' / 'embedded-tmdb' / 'ca.pem'}" in capsys.readouterr().out


@pytest.mark.parametrize("images", ["own", "tmdb"])
def test_serve_names_an_image_server(images: str, capsys: pytest.CaptureFixture[str]) -> None:
    configurations = list[str]()

    def use() -> None:
        base_url = re.findall(r"http://\S+[0-9]", capsys.readouterr().out)[0]
        answer = httpx.get(f"{base_url}/3/configuration", params={"api_key": "any"}, timeout=30)
        configurations.append(answer.json()["images"]["secure_base_url"].replace(base_url, "own"))

    assert serve_until(use, "--images", images, "--any-key") == 0
    assert configurations == [{"own": "own/t/p/", "tmdb": "https://image.tmdb.org/t/p/"}[images]]


def test_serve_takes_status_messages_and_strictness(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, bodies = tmp_path / "messages.json", list[dict[str, object]]()
    file.write_text('{"34": "Not here."}', "utf-8")

    def request() -> None:
        exported = dict(re.findall(r"export (\w+)=(\S+)", capsys.readouterr().out))
        headers = {"authorization": f"Bearer {exported['TMDB_ACCESS_TOKEN']}"}
        for path in ("movie/7", "configuration?append_to_response=countries"):
            bodies.append(httpx.get(f"{exported['TMDB_BASE_URL']}/3/{path}", headers=headers, timeout=30).json())

    assert serve_until(request, "--status-messages", str(file), "--strict", "configuration_append") == 0
    assert bodies[0]["status_message"] == "Not here."
    assert "countries" not in bodies[1]


def test_serve_reports_unusable_status_messages(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert serve_until(lambda: None, "--status-messages", str(tmp_path / "nothing.json")) == 1
    assert "cannot read" in capsys.readouterr().err


def test_serve_prints_addresses_for_other_machines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def network_names(host: str) -> list[str]:
        return ["192.0.2.7"]

    monkeypatch.setattr("tmdb_facade.testing.server.listening.network_names", network_names)
    assert serve_until(lambda: None, "--host", "0.0.0.0") == 0
    assert re.search(r"Other machines reach it at http://192\.0\.2\.7:\d+\.", capsys.readouterr().out)


def test_serve_reports_a_host_of_another_machine(capsys: pytest.CaptureFixture[str]) -> None:
    assert serve_until(lambda: None, "--host", "192.0.2.77") == 1
    assert re.search(r"192\.0\.2\.77: .*--host", capsys.readouterr().err)


def test_serve_reports_unusable_certificates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "ca-key.pem").write_text("no key", "utf-8")
    assert serve_until(lambda: None, "--https", "--certificates", str(tmp_path)) == 1
    assert f"{tmp_path / 'ca-key.pem'}" in capsys.readouterr().err


def test_serve_makes_the_server_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Faults of a file, latency and a rate limit act together."""
    file = tmp_path / "faults.json"
    file.write_text('[{"fault": "status", "status": 503, "times": 1}]', "utf-8")
    answers = list[tuple[int, float]]()

    def use() -> None:
        url = re.findall(r"http://\S+[0-9]", capsys.readouterr().out)[0] + "/3/movie/550?api_key=any"
        with httpx.Client(timeout=30) as client:
            for _ in range(8):
                answer = client.get(url)
                answers.append((answer.status_code, answer.elapsed.total_seconds()))

    options = ("--faults", str(file), "--latency", "0.05", "--rate-limit", "1", "--any-key")
    assert serve_until(use, *options) == 0
    statuses = [status for status, _ in answers]
    assert statuses[:2] == [503, 200]
    assert 429 in statuses
    assert min(seconds for _, seconds in answers) >= 0.05


def test_an_outage_of_a_file_starts_with_the_first_request(tmp_path: Path) -> None:
    """The program that uses the server may start much later."""
    file = tmp_path / "outage.json"
    file.write_text('{"outage": [{"at": 0, "status": 503}, {"at": 9, "status": 200}]}', "utf-8")
    parser = argparse.ArgumentParser()
    fault_options.add_fault_options(parser)
    server = TMDBServer()
    fault_options.add_faults(server.faults, parser.parse_args(["--faults", str(file)]))
    server.clock.advance(hours=1)
    with httpx.Client(transport=server.transport, base_url="http://tmdb") as client:
        answers = [client.get("/3/configuration", params={"api_key": server.api_key}).status_code]
        server.clock.advance(seconds=9)
        answers.append(client.get("/3/configuration", params={"api_key": server.api_key}).status_code)
    assert answers == [503, 200]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (None, "cannot read .*faults.json: No such file"),
        ('[{"fault": "statsu"}]', "faults.json, fault 1: unknown fault"),
    ],
)
def test_serve_reports_a_wrong_file_of_faults(
    text: str | None, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "faults.json"
    if text is not None:
        file.write_text(text, "utf-8")
    assert serve_until(lambda: None, "--faults", str(file)) == 1
    assert re.search(message, capsys.readouterr().err)


@pytest.mark.parametrize(
    "arguments",
    [["--latency", "0"], ["--latency", "x"], ["--latency", "inf"], ["--rate-limit", "0"], ["--rate-limit", "1.5"]],
)
def test_serve_rejects_wrong_numbers_of_faults(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["serve", *arguments])
    assert "above 0" in capsys.readouterr().err


def test_serve_reports_a_state_file_in_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    state = str(tmp_path / "state.sqlite")
    statuses = list[int]()
    assert serve_until(lambda: statuses.append(serve_until(lambda: None, "--state", state)), "--state", state) == 0
    assert statuses == [1]
    assert "in use by another server" in capsys.readouterr().err


def test_serve_reports_a_port_in_use(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert main(["serve", "--port", str(port)]) == 1
    assert re.search(rf"cannot listen on port {port}: .*--port", capsys.readouterr().err)


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_serve_rejects_invalid_ports(port: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["serve", "--port", port])
    assert raised.value.code == 2
    assert f"{port!r} is not a port" in capsys.readouterr().err


def test_serve_takes_a_catalogue_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "movies").mkdir()
    movie = '{"id": 550, "original_title": "My movie", "original_language": "en"}'
    (tmp_path / "movies" / "mine.json").write_text(movie, "utf-8")
    answers = list[httpx.Response]()
    assert serve_until(lambda: answers.append(get_movie(capsys.readouterr().out)), "--catalogue", str(tmp_path)) == 0
    assert answers[0].json()["title"] == "My movie"


def test_serve_lays_catalogues_over_each_other(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The last one wins. A row of saved answers replaces no movie."""
    (tmp_path / "search.json").write_text(
        json.dumps({"results": [{"id": number, "title": f"Row {number}", "original_title": "", "release_date": ""}
        for number in (550, 7)]}),
        "utf-8",
    )  # fmt: skip
    answers = list[Any]()

    def use() -> None:
        exported = dict(re.findall(r"export (\w+)=(\S+)", capsys.readouterr().out))
        headers = {"authorization": f"Bearer {exported['TMDB_ACCESS_TOKEN']}"}
        for number in (550, 7, 603):
            answers.append(httpx.get(f"{exported['TMDB_BASE_URL']}/3/movie/{number}", headers=headers).json()["title"])

    assert serve_until(use, "--catalogue", "builtin", "--catalogue", str(tmp_path)) == 0
    assert answers == ["Fight Club", "Row 7", "The Matrix"]


def test_serve_rejects_an_inconsistent_catalogue(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "movies").mkdir()
    movie = '{"id": 1, "original_title": "A movie", "original_language": "en", "genres": [123456]}'
    (tmp_path / "movies" / "mine.json").write_text(movie, "utf-8")
    assert main(["serve", "--port", "0", "--catalogue", str(tmp_path)]) == 1
    assert "123456" in capsys.readouterr().err


def test_serve_rejects_an_unusable_state_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", "0", "--state", os.fspath(tmp_path)]) == 1
    assert str(tmp_path) in capsys.readouterr().err
