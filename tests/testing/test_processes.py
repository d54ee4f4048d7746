"""Requests of other processes to TMDB's hosts: the proxy, the environment and the command `run`."""

from __future__ import annotations

import os
import signal
import socket
import struct
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

import certifi
import pytest

from tests.conftest import NODE_TOOLS
from tmdb_facade.testing import TMDBServer
from tmdb_facade.testing.__main__ import main
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


@pytest.mark.parametrize("target", ["CONNECT {}:80", "GET http://{}/3/movie/550?api_key=any"])
def test_resets_of_the_server_reach_the_program(target: str) -> None:
    """Without them, it would wait for an answer that nobody sends."""
    with TMDBServer(any_key=True) as server, server.intercept_processes() as variables:
        server.faults.connection_reset()
        with connected(variables) as program:
            program.sendall(f"{target.format('api.tmdb.org')} HTTP/1.1\r\nHost: api.tmdb.org\r\n\r\n".encode())
            if target.startswith("CONNECT"):
                assert b" 200 " in program.recv(1 << 16)
                program.sendall(b"GET /3/movie/550?api_key=any HTTP/1.1\r\nHost: api.tmdb.org\r\n\r\n")
            with pytest.raises(ConnectionResetError):
                program.recv(1 << 16)


def test_connections_of_the_proxy_end_with_those_of_the_program() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other, TMDBServer() as server:
        other.settimeout(30)
        with server.intercept_processes() as variables, connected(variables) as program:
            program.sendall(f"CONNECT 127.0.0.1:{other.getsockname()[1]} HTTP/1.1\r\n\r\n".encode())
            onward, _ = other.accept()
            with onward:
                onward.settimeout(30)
                assert b" 200 " in program.recv(1 << 16)
                program.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                program.close()
                with pytest.raises(ConnectionResetError):
                    onward.recv(1)


def test_server_may_stop_before_the_end() -> None:
    """Fixtures end in orders that nobody has planned. Nothing stays open."""
    server = TMDBServer()
    server.start()
    with server.intercept_processes() as variables:
        server.stop()
        with pytest.raises(ConnectionRefusedError):
            connected(variables)
    assert not Path(variables["SSL_CERT_FILE"]).exists()


def connected(variables: Mapping[str, str]) -> socket.socket:
    """Return a connection to the proxy of an environment."""
    proxy = urlsplit(variables["HTTP_PROXY"])
    return socket.create_connection((proxy.hostname or "", proxy.port or 0), timeout=30)


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
    program = """
import os, sys, urllib.request
class Plain(urllib.request.HTTPErrorProcessor):
    def http_response(self, request, response): return response
get = urllib.request.build_opener(Plain).open
get(os.environ['TMDB_BASE_URL'] + '/healthz')
for path in ("movie/550", "movie/999999", "movie/999999", "nothing"):
    get(f"http://api.themoviedb.org/3/{path}?api_key=any")
sys.exit(3)"""
    assert main(["run", "--", sys.executable, "-c", program]) == 3
    assert capfd.readouterr().err.splitlines()[1:] == [
        "     1  200  GET movies_details",
        "     1  404  GET /3/nothing",
        "     2  404  GET movies_details /3/movie/999999 (the catalogue has no such record)",
    ]
    assert main(["run", sys.executable, "-c", ""]) == 0
    assert "The embedded TMDB received no request." in capfd.readouterr().err


GETS = """
import sys, urllib.error, urllib.request
for path in sys.argv[1:]:
    try:
        urllib.request.urlopen("http://api.themoviedb.org" + path + "?api_key=any")
    except urllib.error.HTTPError as error:
        error.close()
"""


def test_run_makes_the_server_fail_and_explains_errors(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    file = tmp_path / "faults.json"
    file.write_text('{"fault": "status", "status": 503, "times": 1, "on": "tv_details"}', "utf-8")
    command = [sys.executable, "-c", GETS, "/3/tv/1396", "/3/tv/1396", "/3/movie/99999999", "/3/movie/99999999"]
    assert main(["run", "--faults", str(file), "--latency", "0.01", "--", *command]) == 0
    assert capfd.readouterr().err.splitlines()[1:] == [
        "     1  200  GET tv_details (latency 0.01 s)",
        "     2  404  GET movies_details /3/movie/99999999 (latency 0.01 s)",
        "     1  503  GET tv_details (status 503, latency 0.01 s)",
    ]
    assert main(["run", "--", *command[:-3], "/movie/550", "/3/movie/99999999"]) == 0
    assert capfd.readouterr().err.splitlines()[1:] == [
        "     1  200  GET tv_details",
        "     1  404  GET /movie/550 (the path lacks its version: /3/movie/550)",
        "     1  404  GET movies_details /3/movie/99999999 (the catalogue has no such record)",
    ]


PATIENT = """
import signal, sys, time
signal.signal(signal.SIGTERM, lambda *_: sys.exit(5))
signal.signal(signal.SIGINT, lambda *_: (time.sleep(0.5), sys.exit(6)))
print("ready", flush=True)
time.sleep(60)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other signals")
@pytest.mark.parametrize(("number", "status"), [(signal.SIGTERM, 5), (signal.SIGINT, 6)])
def test_run_passes_signals_on_and_waits_for_the_command(tmp_path: Path, number: signal.Signals, status: int) -> None:
    """A service that a supervisor stops ends as it would without `run`, and no temporary file stays."""
    command = [sys.executable, "-m", "tmdb_facade.testing", "run", "--", sys.executable, "-c", PATIENT]
    environment = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen(
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (status, "The embedded TMDB received no request.\n")
    assert list(tmp_path.iterdir()) == []


def test_run_supplies_the_sentences_of_a_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "texts.json").write_text('{"7": "No key."}')
    program = "import urllib.error as e, urllib.request as r\n"
    program += (
        "try: r.urlopen('http://api.themoviedb.org/3/movie/550')\nexcept e.HTTPError as error: print(error.read())"
    )
    options = ["--status-messages", str(tmp_path / "texts.json"), "--quiet"]
    assert main(["run", *options, "--", sys.executable, "-c", program]) == 0
    assert '"status_message":"No key."' in capfd.readouterr().out


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
        (["--faults", "nowhere.json", "--", "true"], 1, "cannot read nowhere.json"),
        (["--status-messages", "nowhere.json", "--", "true"], 1, "nowhere.json"),
    ],
)
def test_run_says_what_is_wrong(
    capfd: pytest.CaptureFixture[str], arguments: list[str], status: int, message: str
) -> None:
    assert main(["run", *arguments]) == status
    assert message in capfd.readouterr().err
