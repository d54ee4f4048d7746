"""The container in `examples/container`: its commands run in a clean folder, without an engine."""

from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path
from sysconfig import get_path

import pytest
import yaml

from scripts.paths import ROOT
from tmdb_facade.testing.commands import serve
from tmdb_facade.testing.protocol.hosts import HOSTS

FOLDER = ROOT / "examples" / "container"
TIMEOUT = 120


def instructions() -> list[tuple[str, str]]:
    """Return the instructions of the Containerfile with their arguments."""
    text = (FOLDER / "Containerfile").read_text("utf-8").replace("\\\n", "")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    return [(word, rest.strip()) for word, _, rest in (line.partition(" ") for line in lines)]


def arguments(name: str) -> list[str]:
    """Return the arguments of an instruction in JSON form, such as CMD."""
    (found,) = [rest for word, rest in instructions() if word == name]
    return list(json.loads(found[found.index("[") :]))


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run the first stage in a folder that has only the copied files; return the folder with its packages."""
    work = tmp_path_factory.mktemp("src")
    prefix = tmp_path_factory.mktemp("install")
    stage = instructions()
    stage = stage[: [word for word, _ in stage].index("FROM", 1)]
    for word, rest in stage:
        if word == "COPY":
            *sources, target = rest.split()
            for source in sources:
                if (ROOT / source).is_dir():
                    ignored = shutil.ignore_patterns("__pycache__")
                    shutil.copytree(ROOT / source, work / target, ignore=ignored)
                else:
                    shutil.copy(ROOT / source, work / target)
        elif word == "RUN":
            # Offline, with the packages of this environment.
            environment = {
                **os.environ,
                "PATH": f"{get_path('scripts')}{os.pathsep}{os.environ['PATH']}",
                "PYTHONPATH": get_path("purelib"),
                "PIP_NO_INDEX": "1",
                "PIP_NO_DEPS": "1",
                "PIP_NO_BUILD_ISOLATION": "0",
                "PIP_IGNORE_INSTALLED": "1",
            }
            command = rest.replace("/install", str(prefix)).replace("pip ", f"{shlex.quote(sys.executable)} -m pip ", 1)
            done = subprocess.run(
                command,
                shell=True,
                cwd=work,
                env=environment,
                capture_output=True,
                text=True,
                timeout=TIMEOUT,
                check=False,
            )
            assert done.returncode == 0, done.stderr
    (packages,) = prefix.rglob("site-packages")
    return packages


def test_container_serves_until_sigterm(installed: Path, tmp_path: Path) -> None:
    """As a container does: the command, health checks, and the signal that stops it."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(installed), get_path("purelib")]),
        "HEALTH_URL": dict(rest.split("=") for word, rest in instructions() if word == "ENV")["HEALTH_URL"].replace(
            ":8550", f":{port}"
        ),
    }

    def command(name: str) -> list[str]:
        return [argument.replace("/data", str(tmp_path)) for argument in arguments(name)]

    def check_health() -> int:
        python, *rest = command("HEALTHCHECK")
        assert python == "python"
        checked = [sys.executable, *rest]
        return subprocess.run(checked, env=environment, capture_output=True, timeout=TIMEOUT, check=False).returncode

    assert check_health() == 1
    _, *entry = command("ENTRYPOINT")
    program = [sys.executable, *entry, *command("CMD"), "--port", str(port)]
    with subprocess.Popen(program, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        assert f":{port}" in running.stdout.readline()
        assert check_health() == 0
        running.send_signal(signal.SIGTERM)
        assert running.wait(TIMEOUT) == 0
    assert (tmp_path / "state.sqlite").is_file()


def test_container_has_no_privileges() -> None:
    user = dict(instructions())["USER"]
    assert re.fullmatch(r"[1-9]\d+:[1-9]\d+", user)
    assert ("STOPSIGNAL", "SIGTERM") in instructions()


def test_composed_application_reaches_every_host_of_tmdb() -> None:
    composed = yaml.safe_load((FOLDER / "compose.yaml").read_text("utf-8"))
    server, application = composed["services"]["tmdb"], composed["services"]["app"]
    assert server["networks"]["default"]["aliases"] == list(HOSTS)
    assert (FOLDER / server["build"]["context"]).resolve() == ROOT
    assert (ROOT / server["build"]["dockerfile"]).is_file()
    parser = argparse.ArgumentParser()
    serve.add_options(parser)
    options = parser.parse_args(server["command"])
    assert options.https
    assert options.port == 443
    certificate = f"{options.certificates}/ca.pem"
    assert server["environment"]["SSL_CERT_FILE"] == application["environment"]["NODE_EXTRA_CA_CERTS"] == certificate
