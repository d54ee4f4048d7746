"""The state in an SQLite file, so that a server can be stopped and go on later where it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Generator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from .records import Data

# Written into the file, so that another program's database is not taken for a state ("tmdb" in ASCII).
_APPLICATION_ID = 0x746D6462
_VERSION = 1
# What came first stays first: an entry that changes keeps its row, and rows are read in their order.
_READ = "SELECT kind, key, value FROM state ORDER BY rowid"
_WRITE = "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value"
_DELETE = "DELETE FROM state WHERE kind = ? AND key = ?"
_TABLE = "CREATE TABLE IF NOT EXISTS state (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key))"

Rows = dict[tuple[str, str], str]


class StateFileError(ValueError):
    """A state file cannot be used; the message names the file, the reason and what to do."""


class StateFile:
    """One SQLite file with the state of one server: a row for each user, session, list and so on, as JSON.

    What changed is written in one transaction, so the file always holds a whole state. One server at a time can use it.
    """

    def __init__(self, path: Path | str) -> None:
        """Name the file, which is made when it is first written.

        Args:
            path: Where it is; its folder must exist.
        """
        self.path: Path = Path(path)
        self._connection: sqlite3.Connection | None = None
        self._written: Rows = {}

    @property
    def is_open(self) -> bool:
        """Whether this server has the file for itself now."""
        return self._connection is not None

    def read(self) -> Data | None:
        """Read what the file holds.

        Returns:
            The state, or None when nothing is in the file yet.

        Raises:
            StateFileError: It is no state file, it is in use, or cannot be read.
        """
        connection = self._open()
        with self._explained():
            self._written = {(kind, key): value for kind, key, value in connection.execute(_READ)}
        if not self._written:
            return None
        try:
            return _data(self._written)
        except msgspec.DecodeError as error:
            raise StateFileError(f"{self.path} holds a state that is not whole: {error}; delete it") from error

    def write(self, data: Data) -> None:
        """Write what has changed since it was last read or written.

        Raises:
            StateFileError: It cannot be written.
        """
        rows = _rows(data)
        if rows == self._written:
            return
        gone = self._written.keys() - rows.keys()
        new = [(*key, value) for key, value in rows.items() if self._written.get(key) != value]
        connection = self._open()
        with self._explained(), connection:
            connection.executemany(_DELETE, gone)
            connection.executemany(_WRITE, new)
        self._written = rows

    def close(self) -> None:
        """Let go of the file; reading or writing takes it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        connection = None
        try:
            with self._explained():
                # The state's lock sees to it that one thread at a time is here.
                connection = sqlite3.connect(self.path, timeout=0, check_same_thread=False)
                self._prepare(connection)
        except StateFileError:
            if connection is not None:
                connection.close()
            raise
        self._connection = connection
        return connection

    def _prepare(self, connection: sqlite3.Connection) -> None:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        (found,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and (found, version) != (_APPLICATION_ID, _VERSION):
            raise StateFileError(f"{self.path} is no state of this version of the embedded TMDB: give another file")
        # A state survives the end of the process at any moment; that of the whole machine may cost the last changes.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            # Takes the lock and, in this mode, keeps it: a second server is refused here and not later.
            connection.execute("BEGIN EXCLUSIVE")
            if not tables:
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _explained(self) -> Generator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                raise StateFileError(
                    f"{self.path} is in use by another server: stop it, or give another file"
                ) from error
            raise StateFileError(f"{self.path} cannot be used as a state file: {error}") from error
        except sqlite3.DatabaseError as error:
            raise StateFileError(f"{self.path} cannot be used as a state file: {error}") from error


def _kinds() -> Mapping[str, Any]:
    return get_type_hints(Data)


def _rows(data: Data) -> Rows:
    """Write the state as rows: one for each entry of a mapping, one with an empty key for a number."""
    rows: Rows = {}
    for kind in _kinds():
        value: dict[object, object] | int = getattr(data, kind)
        for key, entry in value.items() if isinstance(value, dict) else [("", value)]:
            rows[kind, str(key)] = msgspec.json.encode(entry).decode()
    return rows


def _data(rows: Rows) -> Data:
    """Read the state from rows; what is not in them is as at the beginning."""
    data = Data()
    kinds = _kinds()
    for (kind, key), value in rows.items():
        if kind not in kinds:
            raise msgspec.ValidationError(f"there is nothing called {kind!r} in a state")
        if arguments := get_args(kinds[kind]):
            entries = getattr(data, kind)
            entries[msgspec.convert(key, arguments[0], strict=False)] = msgspec.json.decode(value, type=arguments[1])
        else:
            setattr(data, kind, msgspec.json.decode(value, type=kinds[kind]))
    return data
