"""CPU time of a new process: to import the package, and to get the first typed answer."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from statistics import median

from benchmarks.measure import ROUNDS, Result, median_ratios
from benchmarks.server_process import Address, running_server

IMPORTS = {"httpx": "import httpx", "ours": "import tmdb_facade", "nothing": "pass"}
FIRST_ANSWER = {
    "httpx": """
import httpx
with httpx.Client(base_url={base_url!r}, headers={{"Authorization": "Bearer {token}"}}) as client:
    movie = client.get("/3/movie/550").json()
    print(movie["title"], movie["release_date"])
""",
    "ours": """
from tmdb_facade import TMDB
with TMDB({token!r}, base_url={base_url!r}) as tmdb:
    movie = tmdb.movies.details(550)
    print(movie.title, movie.release_date)
""",
    "pyreqwest": """
from tmdb_facade import TMDB
with TMDB({token!r}, base_url={base_url!r}, engine="pyreqwest") as tmdb:
    movie = tmdb.movies.details(550)
    print(movie.title, movie.release_date)
""",
}


def measure() -> Iterator[Result]:
    """Compare new processes, alternating between the programs."""
    with tempfile.TemporaryDirectory() as cache, running_server() as address:
        environment = fresh_environment(cache)
        imports = fresh_rounds(IMPORTS, environment)
        # Subtract the start of the interpreter.
        interpreter = median(times.pop("nothing") for times in imports)
        net = [{name: seconds - interpreter for name, seconds in times.items()} for times in imports]
        yield _result("import", net, 0.3)
        answers = {name: _fill(program, address) for name, program in FIRST_ANSWER.items()}
        first = fresh_rounds(answers, environment)
        yield _result("first answer, including the interpreter's start", first, 1.25)
        yield _result("first answer, pyreqwest", [{**times, "ours": times["pyreqwest"]} for times in first], 0.6)


def fresh_environment(cache: str) -> dict[str, str]:
    """Return an environment that caches compiled modules, as on users' machines."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "PYTHONPYCACHEPREFIX": cache}


def fresh_rounds(programs: Mapping[str, str], environment: Mapping[str, str]) -> list[dict[str, float]]:
    """Return the CPU seconds of each program; each round runs each program in a new process."""
    for program in programs.values():
        _cpu_seconds(program, environment)
    return [{name: _cpu_seconds(program, environment) for name, program in programs.items()} for _ in range(ROUNDS)]


def _cpu_seconds(program: str, environment: Mapping[str, str]) -> float:
    """Return the user and system CPU seconds of a process that runs a program."""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL, env=dict(environment))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"a measured program exited with {process.returncode}:\n{program}")
    return usage.ru_utime + usage.ru_stime


def _fill(program: str, address: Address) -> str:
    return program.format(base_url=address.base_url, token=address.access_token)


def _result(name: str, rounds: list[dict[str, float]], budget: float) -> Result:
    baseline = median(times["httpx"] for times in rounds)
    return Result(name, median_ratios(rounds, "httpx")["ours"], budget, f"{baseline * 1000:.0f} ms")
