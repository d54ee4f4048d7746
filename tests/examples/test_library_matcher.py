"""The program for a media library: dry run by default, and no file is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tmdb_facade.testing import TMDBServer

PROGRAM = Path(__file__).parents[2] / "examples" / "library_matcher.py"
SECONDS = 120
#: Files of a library, and their new paths; a file without one stays.
FILES = {
    "fight.club.1999.mkv": "Fight Club (1999)/Fight Club (1999).mkv",
    "downloads/Godfather, The (1972).MP4": "The Godfather (1972)/The Godfather (1972).MP4",
    "Breaking Bad S01E01.mkv": "Breaking Bad (2008)/Season 01/Breaking Bad - S01E01 - Pilot.mkv",
    "breaking.bad.s01e77.mkv": None,
    "Breaking Bad S99E01.mkv": None,
    "no movie is called qwxyzzy.mkv": None,
    "fight clb.mkv": None,
    "Fight Club.avi": "Fight Club (1999)/Fight Club (1999).avi",
    "notes.txt": None,
}


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """Return a folder with files, each of which contains its name."""
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(name, "utf-8")
    return tmp_path


@pytest.fixture(scope="module")
def server() -> Iterator[TMDBServer]:
    """Yield a running embedded TMDB."""
    with TMDBServer() as server:
        yield server


def run(server: TMDBServer, *arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the program."""
    env = {**os.environ, "TMDB_ACCESS_TOKEN": server.access_token, "TMDB_BASE_URL": server.base_url}
    command = [sys.executable, "-W", "error", str(PROGRAM), *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=env, timeout=SECONDS, check=False)


def contents(folder: Path) -> dict[str, str]:
    """Return the files below a folder and their texts."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in files}


def test_library_matcher_prints_new_names_and_moves_nothing(server: TMDBServer, library: Path) -> None:
    before = contents(library)
    done = run(server, str(library))
    assert (done.returncode, done.stderr) == (0, "")
    assert contents(library) == before
    for source, target in FILES.items():
        assert target is None or f"{source} -> {target} (" in done.stdout.replace("\\", "/")
    assert "fight clb.mkv: no certain match; perhaps Fight Club (1999)" in done.stdout
    assert "breaking.bad.s01e77.mkv: Breaking Bad has no episode 1x77" in done.stdout
    assert "no movie is called qwxyzzy.mkv: no match" in done.stdout


def test_library_matcher_moves_files_once(server: TMDBServer, library: Path) -> None:
    expected = {target or source: source for source, target in FILES.items()}
    assert run(server, str(library), "--apply").returncode == 0
    assert contents(library) == expected
    again = run(server, str(library), "--apply")
    assert "Fight Club (1999)/Fight Club (1999).mkv: has its name already" in again.stdout.replace("\\", "/")
    assert contents(library) == expected


def test_library_matcher_overwrites_no_file(server: TMDBServer, tmp_path: Path) -> None:
    for name in ("Fight Club (1999).mkv", "fight_club_1999.mkv"):
        (tmp_path / name).write_text(name, "utf-8")
    done = run(server, str(tmp_path), "--apply")
    assert "exists" in done.stdout
    assert contents(tmp_path) == {
        "Fight Club (1999)/Fight Club (1999).mkv": "Fight Club (1999).mkv",
        "fight_club_1999.mkv": "fight_club_1999.mkv",
    }


def test_library_matcher_needs_a_folder(server: TMDBServer, tmp_path: Path) -> None:
    done = run(server, str(tmp_path / "nothing"))
    assert done.returncode == 2
    assert "is not a folder" in done.stderr
