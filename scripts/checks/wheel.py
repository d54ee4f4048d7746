"""Build the sdist and the wheel, install the wheel in a clean environment and use it.

pyright's report on the public types reads the installed wheel too, not the working copy.
"""

from __future__ import annotations

import filecmp
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

from scripts.checks.public_types import incomplete_types
from scripts.paths import ROOT

PACKAGES = ["tmdb_bindings", "tmdb_facade"]
PLAIN_USE = """
import tmdb_facade, tmdb_bindings
missing = [name for name in tmdb_facade.__all__ if getattr(tmdb_facade, name, None) is None]
assert not missing, f"names that need the extras: {missing}"
for package in (tmdb_facade, tmdb_bindings):
    assert "site-packages" in package.__file__, package.__file__
tmdb_facade.TMDB(access_token="0123456789").close()
"""
SERVER_USE = """
import asyncio
from tmdb_facade import TMDB, AsyncTMDB, MovieAppend
from tmdb_facade.testing import TMDBServer

async def title(server):
    async with AsyncTMDB(access_token=server.access_token, base_url=server.base_url) as tmdb:
        return (await tmdb.movies.details(550)).title

with TMDBServer() as server:
    with TMDB(access_token=server.access_token, base_url=server.base_url) as tmdb:
        movie = tmdb.movies.details(550, append=MovieAppend.CREDITS)
        assert movie.title and movie.credits.cast, movie
    assert asyncio.run(title(server)) == movie.title
"""


def main() -> int:
    """Print the wheel or its faults; return 1 if there are any."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        wheel, sdist = build_distributions(ROOT, place / "dist")
        faults = contents_faults(wheel) or sdist_faults(wheel, sdist, place)
        if not faults:
            python = install(wheel, place / "venv")
            faults = use(python, PLAIN_USE, place)
            run([*pip(python), f"{wheel}[testing]"])
            faults += use(python, SERVER_USE, place) + incomplete_types(python, place)
        print(*faults or [f"{wheel.name}: {wheel.stat().st_size // 1024} KiB, installed, used, typed"], sep="\n")
    return 1 if faults else 0


def build_distributions(source: Path, goal: Path) -> tuple[Path, Path]:
    """Build the wheel and the sdist of a source tree."""
    run([sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-t", "wheel", "-d", str(goal)], cwd=source)
    return next(goal.glob("*.whl")), next(goal.glob("*.tar.gz"))


def contents_faults(wheel: Path) -> list[str]:
    """Return the files that the wheel lacks, or contains besides its two typed packages."""
    names = zipfile.ZipFile(wheel).namelist()
    packages = sorted({top for name in names if not (top := name.split("/")[0]).endswith(".dist-info")})
    faults = [] if packages == PACKAGES else [f"the wheel's top-level names are {packages}, not {PACKAGES}"]
    faults += [f"{package} has no py.typed" for package in PACKAGES if f"{package}/py.typed" not in names]
    return faults


def sdist_faults(wheel: Path, sdist: Path, place: Path) -> list[str]:
    """Return a fault if the wheel built from the sdist differs in a single byte."""
    with tarfile.open(sdist) as archive:
        archive.extractall(place / "sdist", filter="data")
    source = next((place / "sdist").iterdir())
    again, _ = build_distributions(source, place / "dist-again")
    same = filecmp.cmp(wheel, again, shallow=False)
    return [] if same else [f"the sdist's wheel differs from the repository's: {again.name}"]


def install(wheel: Path, venv: Path) -> Path:
    """Install the wheel, without its extras, in a clean environment; return the environment's Python."""
    run([sys.executable, "-m", "venv", "--without-pip", str(venv)])
    python = venv / "bin" / "python"
    run([*pip(python), str(wheel)])
    return python


def pip(python: Path) -> list[str]:
    """Return the command that installs into an environment: uv where it is found, else the pip of this environment.

    An installation of pip would take longer than that of the wheel.
    """
    if uv := shutil.which("uv"):
        return [uv, "pip", "install", "--quiet", "--python", str(python)]
    return [sys.executable, "-m", "pip", "--python", str(python), "install", "-qq", "--no-compile"]


def use(python: Path, program: str, place: Path) -> list[str]:
    """Run a program outside the repository with warnings as errors; return its output if it fails."""
    outcome = subprocess.run(
        [str(python), "-I", "-W", "error", "-c", program], cwd=place, capture_output=True, text=True, check=False
    )
    return [] if outcome.returncode == 0 else [f"the installed wheel fails:\n{outcome.stdout}{outcome.stderr}"]


def run(command: list[str], cwd: Path | None = None) -> None:
    """Run a command silently; its output is shown only if it fails."""
    outcome = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
    if outcome.returncode:
        message = f"{' '.join(command)} failed:\n{outcome.stdout}"
        raise SystemExit(message)


if __name__ == "__main__":
    sys.exit(main())
