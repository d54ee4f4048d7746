"""Opening a state file with 100,000 ratings, compared with reading its rows by sqlite3 and json alone."""

from __future__ import annotations

import json
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from benchmarks.measure import Result, pin, ratios
from tmdb_facade.testing import builtin, make_credentials
from tmdb_facade.testing.state.file import StateFile
from tmdb_facade.testing.state.records import Mark, key_of
from tmdb_facade.testing.state.store import State

USERS, RATINGS = 40, 2_500
# The times become datetimes, and each rating is looked up in the catalogue.
BUDGET = 2.5


def measure() -> Iterator[Result]:
    """Compare opening the file with reading its rows as dicts."""
    pin(0)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "state.db"
        state = _open(path)
        with state.lock:
            _rate(state)
        state.close()
        measured, seconds = ratios(
            {"alone": lambda: _read_alone(path), "ours": lambda: _open(path).close()}, "alone", rounds=7
        )
    yield Result(f"{USERS * RATINGS:,} ratings", measured["ours"], BUDGET, f"{seconds * 1000:.0f} ms")


def _open(path: Path) -> State:
    return State(builtin(), make_credentials(), StateFile(path))


def _rate(state: State) -> None:
    at = datetime.now(UTC)
    for number in range(USERS):
        ratings = state.add_account(f"user {number}", "secret").ratings
        for episode in islice(builtin().episodes_by_id, RATINGS):
            ratings[key_of("episode", episode)] = Mark("episode", episode, at, 8.0)


def _read_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        for kind, key, value in connection.execute("SELECT kind, key, value FROM state"):
            _ = kind, key, json.loads(value)
