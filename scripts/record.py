"""Record the tests' cassettes, over HTTP: `make record`.

    python scripts/record.py [--output DIR]

They are recorded from an embedded TMDB, and with TMDB_ACCESS_TOKEN set from the live one. What a cassette holds are the
calls of a scenario in `tests/replay/`; what must come back is checked meanwhile, so a difference between what is
expected and what comes is named here, and the cassette stays as it was. Recording the same again changes nothing.
"""

from __future__ import annotations

import argparse
import os
import sys
import traceback
from collections.abc import Generator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.replay._sync.scenarios import SCENARIOS, Connect  # noqa: E402  # the project is not installed
from tmdb_facade import TMDB, TMDBError, __version__  # noqa: E402
from tmdb_facade.testing import TMDBServer  # noqa: E402
from tmdb_facade.testing.cassettes import Recording, use_cassette  # noqa: E402

CASSETTES = ROOT / "tests" / "cassettes"


def main(arguments: list[str] | None = None) -> int:
    """Run the program.

    Returns:
        0, or 1 when something else came back than a scenario expects.
    """
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    parser.add_argument("--output", type=Path, default=CASSETTES, metavar="DIR", help="where the cassettes are")
    folder: Path = parser.parse_args(arguments).output
    with tmdb() as (source, connect):
        recording = Recording(source, f"tmdb-facade {__version__}", datetime.now(UTC).date())
        results = [record(name, folder / f"{name}.yaml", connect, recording) for name in SCENARIOS]
    for path in sorted(folder.glob("*.yaml")):
        if path.stem not in SCENARIOS:
            path.unlink()
            print(f"removed    {path.stem}: no scenario has that name")
    return 0 if all(results) else 1


@contextmanager
def tmdb() -> Generator[tuple[str, Connect]]:
    """Choose what to record from: its name, and what makes a client of it."""
    if token := os.environ.get("TMDB_ACCESS_TOKEN"):
        print(
            "recording from the live TMDB: its answers hold its texts, so compare these cassettes, do not publish them"
        )
        yield "TMDB", partial(_connect, token, None)
    else:
        with TMDBServer() as server:
            yield "the embedded TMDB", partial(_connect, server.access_token, server.base_url)


def _connect(token: str, base_url: str | None, *, access_token: str | None = None, language: str | None = None) -> TMDB:
    return TMDB(access_token or token, base_url=base_url, language=language)


def record(name: str, path: Path, connect: Connect, recording: Recording) -> bool:
    """Record one scenario.

    Returns:
        Whether everything came back that it expects.
    """
    before = path.read_bytes() if path.exists() else None
    try:
        with use_cassette(path, record=recording):
            SCENARIOS[name](connect)
    except (AssertionError, TMDBError, pytest.fail.Exception) as error:
        frames = traceback.extract_tb(error.__traceback__)
        place = next(frame for frame in reversed(frames) if frame.name == name)
        print(f"DIFFERENT  {name}, line {place.lineno}: {place.line}\n           {type(error).__name__}: {error}")
        return False
    after = path.read_bytes()
    print(f"{'new' if before is None else 'unchanged' if before == after else 'changed':<10} {name}")
    return True


if __name__ == "__main__":
    sys.exit(main())
