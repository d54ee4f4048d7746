"""Requests of other processes to TMDB's hosts: the proxy, the environment and the command `run`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import certifi
import httpx
import pytest

from tests.conftest import NODE_TOOLS
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.__main__ import main
from tmdb_facade.testing.commands.run import summary
from tmdb_facade.testing.interception.processes import environment
from tmdb_facade.testing.interception.proxy import ProxyTarget, read_target

PORTS = {80: 1080, 443: 1443}
EMBEDDED = "127.0.0.1"


@pytest.mark.parametrize(
    ("head", "target"),
    [
        ("CONNECT api.themoviedb.org:443 HTTP/1.1\r\nHost: x\r\n\r\n", ProxyTarget(EMBEDDED, 1443, True, b"")),
        ("CONNECT API.TMDB.ORG:80 HTTP/1.1\r\n\r\n", ProxyTarget(EMBEDDED, 1080, True, b"")),
        ("CONNECT example.org:8443 HTTP/1.1\r\n\r\n", ProxyTarget("example.org", 8443, True, b"")),
        (
            "GET http://api.themoviedb.org/3/movie/550?a=1 HTTP/1.1\r\nHost: api.themoviedb.org\r\n\r\n",
            ProxyTarget(
                EMBEDDED,
                1080,
                False,
                b"GET /3/movie/550?a=1 HTTP/1.1\r\nConnection: close\r\nHost: api.themoviedb.org\r\n\r\n",
            ),
        ),
        (
            "GET https://image.tmdb.org/t/p/w92/a.jpg HTTP/1.1\r\nProxy-Connection: keep-alive\r\n\r\n",
            ProxyTarget(
                EMBEDDED,
                1080,
                False,
                b"GET /t/p/w92/a.jpg HTTP/1.1\r\nX-Forwarded-Proto: https\r\nConnection: close\r\n\r\n",
            ),
        ),
        (
            "GET http://example.org HTTP/1.1\r\n\r\n",
            ProxyTarget("example.org", 80, False, b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"),
        ),
        ("GET /3/movie/550 HTTP/1.1\r\nHost: api.themoviedb.org\r\n\r\n", None),
        ("CONNECT api.themoviedb.org:port HTTP/1.1\r\n\r\n", None),
        ("nonsense\r\n\r\n", None),
        ("\r\n\r\n", None),
    ],
)
def test_proxy_leads_tmdbs_hosts_to_the_server_and_others_to_their_own(head: str, target: ProxyTarget | None) -> None:
    """TLS goes through unread. Some clients leave it to the proxy; a plain connection serves one request."""
    assert read_target(head.encode(), PORTS) == target


def test_environment_keeps_the_options_of_the_program(tmp_path: Path) -> None:
    before = {"NODE_OPTIONS": "--max-old-space-size=512", "JAVA_TOOL_OPTIONS": "-Xmx1g"}
    variables = environment(PORTS, 8080, tmp_path / "a.pem", tmp_path / "a.p12", before)
    assert variables["NODE_OPTIONS"].startswith("--max-old-space-size=512 --require ")
    assert variables["JAVA_TOOL_OPTIONS"].startswith("-Xmx1g -Dhttp.proxyHost=127.0.0.1 ")
    assert variables["HTTPS_PROXY"] == variables["https_proxy"] == "http://127.0.0.1:8080"


PROGRAM = """
import urllib.request, httpx, requests
url = "https://api.themoviedb.org/3/movie/550?api_key=any"
print(requests.get(url, timeout=30).json()["title"])
print(httpx.get(url, timeout=30).json()["title"])
print(urllib.request.urlopen("http://api.tmdb.org/3/movie/603?api_key=any", timeout=30).status)
print(httpx.get("https://image.tmdb.org/t/p/w92/a.jpg", timeout=30).headers["content-type"])
print(httpx.get("https://www.themoviedb.org/authenticate/none", timeout=30).status_code)
"""


def test_programs_in_python_are_intercepted(monkeypatch: pytest.MonkeyPatch) -> None:
    """They trust the server and the authorities of this process."""
    monkeypatch.setenv("SSL_CERT_FILE", certifi.where())
    with TMDBServer(any_key=True) as server:
        with server.intercept_processes() as variables:
            command = [sys.executable, "-c", PROGRAM]
            environment = {**os.environ, **variables}
            done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=60)
            bundle = Path(variables["SSL_CERT_FILE"])
            assert bundle.read_text("utf-8").count("BEGIN CERTIFICATE") > 10
        assert done.stdout.splitlines() == ["Fight Club", "Fight Club", "200", "image/jpeg", "404"]
        assert not bundle.parent.exists()


FETCH = """
const shown = async (url) => { const answer = await fetch(url); console.log(answer.status); };
(async () => {
  await shown("https://api.themoviedb.org/3/movie/550?api_key=any");
  await shown("http://api.tmdb.org./3/movie/603?api_key=any");
  require("node:https").get("https://image.tmdb.org/t/p/w92/a.jpg", (answer) => {
    console.log(answer.headers["content-type"]);
    answer.resume();
  });
})();
"""


@pytest.mark.node
def test_programs_for_node_are_intercepted(capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "--quiet", "--", str(NODE_TOOLS / "node"), "-e", FETCH]) == 0
    assert capfd.readouterr().out.splitlines() == ["200", "200", "image/jpeg"]


def test_run_lists_the_requests_and_returns_the_status_of_the_command(capfd: pytest.CaptureFixture[str]) -> None:
    program = "import os, sys, urllib.request as r; r.urlopen(os.environ['TMDB_BASE_URL'] + '/healthz'); "
    program += "r.urlopen('http://api.themoviedb.org/3/movie/550?api_key=any'); sys.exit(3)"
    assert main(["run", "--", sys.executable, "-c", program]) == 3
    assert "     1  200  GET movies_details" in capfd.readouterr().err
    assert main(["run", sys.executable, "-c", ""]) == 0
    assert "The embedded TMDB received no request." in capfd.readouterr().err


def test_run_lists_the_records_that_were_not_found() -> None:
    paths = [
        "movie/7/images",
        "movie/7",
        "tv/1399/season/99",
        "tv/episode_group/5b",
        "find/x",
        "movie/550",
        "nothing/7",
    ]
    with TMDBServer() as server:
        for path in paths:
            httpx.get(f"{server.base_url}/3/{path}", params={"api_key": server.api_key})
        lines = summary(server.requests).splitlines()
    assert [line.split() for line in lines[lines.index("Not found: number, record") + 1 :]] == [
        ["2", "/3/movie/7"],
        ["1", "/3/tv/1399"],
        ["1", "/3/tv/episode_group/5b"],
        ["1", "/3/find/x"],
    ]


@pytest.mark.parametrize(("options", "status"), [([], 200), (["--own-keys"], 401)])
def test_run_accepts_every_key_or_its_own(options: list[str], status: int) -> None:
    program = """
import os, sys, urllib.error, urllib.request

def status(key):
    try:
        return urllib.request.urlopen("http://api.themoviedb.org/3/movie/550?api_key=" + key).status
    except urllib.error.HTTPError as error:
        return error.code

assert status(os.environ["TMDB_API_KEY"]) == 200
sys.exit(status("another") - 200)
"""
    assert main(["run", "--quiet", *options, "--", sys.executable, "-c", program]) == status - 200


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "name the command to run"),
        (["--", "no-such-command"], 127, "cannot run no-such-command: No such file"),
        (["--catalogue", "nowhere", "--", "true"], 1, "nowhere is not a folder"),
    ],
)
def test_run_says_what_is_wrong(
    capfd: pytest.CaptureFixture[str], arguments: list[str], status: int, message: str
) -> None:
    assert main(["run", *arguments]) == status
    assert message in capfd.readouterr().err
