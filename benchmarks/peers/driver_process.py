"""Processes of drivers: run in a client's environment, commanded by JSON lines."""

from __future__ import annotations

import json
import os
import subprocess
import threading
from pathlib import Path
from typing import Any, Self

from benchmarks.peers.clients import Client
from scripts.paths import ROOT

#: The project's root comes last on the path: the client's environment has its own packages.
BOOTSTRAP = """
import sys
sys.path.append(sys.argv.pop(1))
from benchmarks.peers.drivers.harness import main
main(sys.argv[1:])
"""
BARE = """
import sys
sys.path.append(sys.argv.pop(1))
from benchmarks.peers.drivers.commands import peak_kib
print(peak_kib())
"""


class FailedError(Exception):
    """A client cannot do what is measured; the message is the reason."""


class DriverProcess:
    """A running driver."""

    def __init__(self, client: Client, python: str, base_url: str, api_key: str, log: Path) -> None:
        """Start the driver.

        Args:
            client: The client.
            python: The Python of its environment.
            base_url: The server.
            api_key: The credential, by which the server counts requests.
            log: The file for what the client prints.
        """
        self.client = client
        self._log = log.open("a", encoding="utf-8")
        command = driver_command(client, python, "serve", base_url, api_key)
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log, text=True, env=environment()
        )

    def ask(self, command: str, timeout: float = 300, **arguments: Any) -> dict[str, Any]:
        """Send a command and return its reply.

        Raises:
            FailedError: The client raised an error, crashed, or did not reply in time.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        timer = threading.Timer(timeout, self._process.kill)
        timer.start()
        try:
            self._process.stdin.write(json.dumps({"command": command, **arguments}) + "\n")
            self._process.stdin.flush()
            line = self._process.stdout.readline()
        except BrokenPipeError:
            line = ""
        finally:
            timer.cancel()
        if not line:
            raise FailedError(self._last_words())
        reply: dict[str, Any] = json.loads(line)
        if error := reply.get("error"):
            raise FailedError(str(error))
        return reply

    def _last_words(self) -> str:
        """Return the last line that a crashed driver wrote: its error."""
        self._log.flush()
        lines = Path(self._log.name).read_text(encoding="utf-8").strip().splitlines()
        return lines[-1].partition("UnsupportedError: ")[2] or lines[-1] if lines else "no reply"

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        if self._process.poll() is None:
            self._process.stdin.close()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()

    def __enter__(self) -> Self:
        """Return the process."""
        return self

    def __exit__(self, *exc: object) -> None:
        """End the process."""
        self.close()


def driver_command(client: Client, python: str, *arguments: str) -> list[str]:
    """Return the command line of a driver's action: `serve` or `once`, the base URL and the credential."""
    action, *more = arguments
    return [python, "-P", "-c", BOOTSTRAP, str(ROOT), action, client.driver, client.class_name, *more]


def environment() -> dict[str, str]:
    """Return the environment of a driver: compiled modules are kept, and no setting or proxy of this machine applies."""
    dropped = ("PYTHON", "TMDB_", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "http_proxy", "https_proxy")
    return {name: value for name, value in os.environ.items() if not name.startswith(dropped)}


def cpu_seconds(command: list[str]) -> float:
    """Return the user and system CPU seconds of a process.

    Raises:
        FailedError: The process failed.
    """
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment()) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise FailedError(f"exited with {process.returncode}")
    return usage.ru_utime + usage.ru_stime


def import_command(python: str, statement: str) -> list[str]:
    """Return the command line of a new process that runs one statement."""
    return [python, "-P", "-c", statement]


def bare_peak_kib(python: str) -> int:
    """Return the peak memory of a Python process that runs no client, in KiB."""
    command = [python, "-P", "-c", BARE, str(ROOT)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True, env=environment()).stdout)
