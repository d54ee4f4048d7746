"""What a fresh process pays: to import the package, and to get to its first typed answer."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from statistics import median

from benchmarks.measure import ROUNDS, Result, compare
from benchmarks.server import Address, running_server

IMPORTS = {"httpx": "import httpx", "ours": "import tmdb_facade", "nothing": "pass"}
FIRST_ANSWER = {
    "httpx": """
import httpx
with httpx.Client(base_url={base_url!r}, headers={{"Authorization": "Bearer {token}"}}) as client:
    film = client.get("/3/movie/550").json()
    print(film["title"], film["release_date"])
""",
    "ours": """
from tmdb_facade import TMDB
with TMDB({token!r}, base_url={base_url!r}) as tmdb:
    film = tmdb.movies.details(550)
    print(film.title, film.release_date)
""",
}


def measure() -> Iterator[Result]:
    """Compare fresh processes, in turns."""
    with tempfile.TemporaryDirectory() as cache, running_server() as address:
        environment = fresh_environment(cache)
        imports = fresh_rounds(IMPORTS, environment)
        # The interpreter's own start is no part of an import.
        own = median(times.pop("nothing") for times in imports)
        net = [{name: seconds - own for name, seconds in times.items()} for times in imports]
        yield _result("import", net, 0.3)
        answers = {name: _fill(program, address) for name, program in FIRST_ANSWER.items()}
        yield _result("first answer, interpreter included", fresh_rounds(answers, environment), 1.4)


def fresh_environment(cache: str) -> dict[str, str]:
    """Return an environment in which compiled modules are kept, as they are on users' machines."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**environment, "PYTHONPYCACHEPREFIX": cache}


def fresh_rounds(programs: Mapping[str, str], environment: Mapping[str, str]) -> list[dict[str, float]]:
    """Return the CPU seconds of each program, in a process of its own in each round."""
    for program in programs.values():
        _cpu_seconds(program, environment)
    return [{name: _cpu_seconds(program, environment) for name, program in programs.items()} for _ in range(ROUNDS)]


def _cpu_seconds(program: str, environment: Mapping[str, str]) -> float:
    """Return the CPU time, user's and system's, of a process that runs a program."""
    process = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.DEVNULL, env=dict(environment))
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"a measured program failed:\n{program}")
    return usage.ru_utime + usage.ru_stime


def _fill(program: str, address: Address) -> str:
    return program.format(base_url=address.base_url, token=address.access_token)


def _result(name: str, rounds: list[dict[str, float]], budget: float) -> Result:
    baseline = median(times["httpx"] for times in rounds)
    return Result(name, compare(rounds, "httpx")["ours"], budget, f"{baseline * 1000:.0f} ms")
