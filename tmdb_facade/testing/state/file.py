"""The state in an SQLite file, so that it survives a restart of the server."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, get_args, get_type_hints

import msgspec

from tmdb_facade.testing.json_input import decode_json

from .records import Data

# Identifies the file as a state file ("tmdb" in ASCII).
_APPLICATION_ID = 0x746D6462
_VERSION = 1
# The order of entries is kept: a changed entry keeps its row, and rows are read in order.
_READ = "SELECT kind, key, value FROM state ORDER BY rowid"
_WRITE = "INSERT INTO state VALUES (?, ?, ?) ON CONFLICT (kind, key) DO UPDATE SET value = excluded.value"
_DELETE = "DELETE FROM state WHERE kind = ? AND key = ?"
_TABLE = "CREATE TABLE IF NOT EXISTS state (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key))"

Rows = dict[tuple[str, str], str]


class StateFileError(ValueError):
    """A state file cannot be used. The message names the file, the reason and the remedy."""


class StateFile:
    """An SQLite file with the state of one server: a JSON row for each user, session, list and so on.

    Changes are written in one transaction, so the file is always consistent. One server at a time can use it.
    """

    def __init__(self, path: Path | str) -> None:
        """Create the object; the file is created when it is first opened.

        Args:
            path: The file's path; its folder must exist.
        """
        self.path: Path = Path(path)
        self._connection: sqlite3.Connection | None = None
        self._written: Rows = {}

    @property
    def is_open(self) -> bool:
        """Whether this server has the file open, and locked."""
        return self._connection is not None

    def read(self) -> Data | None:
        """Read the state.

        Returns:
            The state, or None if the file is empty.

        Raises:
            StateFileError: The file is not a state file, is in use, or cannot be read.
        """
        connection = self._open()
        with self._sqlite_errors():
            self._written = {(kind, key): value for kind, key, value in connection.execute(_READ)}
        if not self._written:
            return None
        try:
            return _data(self._written)
        except (TypeError, ValueError) as error:
            raise StateFileError(f"{self.path} contains an invalid state: {error}; delete the file") from error

    def write(self, data: Data) -> None:
        """Write the changes since the last read or write.

        Raises:
            StateFileError: The file cannot be written.
        """
        rows = _rows(data)
        if rows == self._written:
            return
        gone = self._written.keys() - rows.keys()
        new = [(*key, value) for key, value in rows.items() if self._written.get(key) != value]
        connection = self._open()
        with self._sqlite_errors(), connection:
            connection.executemany(_DELETE, gone)
            connection.executemany(_WRITE, new)
        self._written = rows

    def close(self) -> None:
        """Close the file; `read` and `write` open it again."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    def _open(self) -> sqlite3.Connection:
        if self._connection is not None:
            return self._connection
        connection = None
        # The file contains sessions, so only its owner may read it. SQLite reports what prevents its creation.
        with suppress(OSError):
            os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            with self._sqlite_errors():
                # The state's lock ensures that only one thread at a time uses the connection.
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
        (application_id,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if tables and (application_id, version) != (_APPLICATION_ID, _VERSION):
            raise StateFileError(
                f"{self.path} is not a state file of this version of the embedded TMDB: use another file"
            )
        # The state survives a crash of the process at any time; a crash of the machine may lose the last changes.
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        with connection:
            # In this mode the lock is kept until the file is closed, so a second server fails here and not later.
            connection.execute("BEGIN EXCLUSIVE")
            if not tables:
                connection.execute(_TABLE)
                connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {_VERSION}")

    @contextmanager
    def _sqlite_errors(self) -> Generator[None]:
        try:
            yield
        except sqlite3.DatabaseError as error:
            problem = f"cannot be used as a state file: {error}"
            # Errors of the Python module have no code.
            if getattr(error, "sqlite_errorcode", None) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
                problem = "is in use by another server: stop it, or use another file"
            raise StateFileError(f"{self.path} {problem}") from error


def _rows(data: Data) -> Rows:
    """Convert a state to rows: one for each entry of a mapping, one with an empty key for a number."""
    rows: Rows = {}
    for kind in get_type_hints(Data):
        value: dict[object, object] | int = getattr(data, kind)
        for key, entry in value.items() if isinstance(value, dict) else [("", value)]:
            rows[kind, str(key)] = msgspec.json.encode(entry).decode()
    return rows


def _data(rows: Rows) -> Data:
    """Convert rows to a state; missing fields have their initial value."""
    data = Data()
    kinds = get_type_hints(Data)
    for (kind, key), value in rows.items():
        if kind not in kinds:
            raise ValueError(f"unknown kind {kind!r}")
        if arguments := get_args(kinds[kind]):
            entries = getattr(data, kind)
            entries[msgspec.convert(key, arguments[0], strict=False)] = _decoded(value, arguments[1])
        else:
            setattr(data, kind, _decoded(value, kinds[kind]))
    return data


def _decoded(value: object, kind: Any) -> Any:
    if not isinstance(value, str):
        raise ValueError(f"a value must be a text, got {type(value).__name__}")
    return decode_json(value.encode(), kind)
