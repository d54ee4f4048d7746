"""Answers stored in an SQLite file, which several processes can use."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Generator
from contextlib import contextmanager, suppress
from threading import Lock
from time import time

from tmdb_facade._core.cache.entry import StoredAnswer, entry_from_bytes, entry_to_bytes
from tmdb_facade._core.cache.location import CacheInfo
from tmdb_facade._runtime.forks import hold_while_forking, renew_after_fork
from tmdb_facade._runtime.health import is_file_at

#: Seconds to wait for a file that another process has locked. Event loops wait as well.
LOCK_TIMEOUT = 0.05
#: Marks our files, so that no other program's database is changed: "TMDb".
APPLICATION_ID = 0x544D4462

# One transaction: a process that dies in between leaves an empty file, and others see all of it or nothing.
_SCHEMA = f"""
BEGIN IMMEDIATE;
PRAGMA application_id = {APPLICATION_ID};
CREATE TABLE IF NOT EXISTS answers (key BLOB PRIMARY KEY, stored REAL, used REAL, data BLOB) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS answers_used ON answers (used);
CREATE INDEX IF NOT EXISTS answers_stored ON answers (stored);
COMMIT;
"""
# Seconds between two removals of expired entries, and entries that are read before their use is written.
_SWEEP_INTERVAL = 3600.0
_MAX_UNWRITTEN = 100

# Connections of parent processes: closing one in a child would remove the parent's files.
_inherited: list[sqlite3.Connection] = []


class SqliteStorage:
    """An SQLite file with one table. Methods raise `OSError` if the file cannot be used.

    A file that was deleted or replaced is left for the one that has its path then. A power failure can damage the file,
    because writes are not synchronized with the disk: it is a cache.
    """

    def __init__(self, path: str, max_bytes: int, max_age: float) -> None:
        self._path = path
        self._max_bytes = max_bytes
        self._max_age = max_age
        self._connection: sqlite3.Connection | None = None
        self._state: os.stat_result | None = None  # of the file when it was opened
        self._lock = Lock()
        self._used: dict[bytes, float] = {}
        self._swept = 0.0
        renew_after_fork(self)
        hold_while_forking(self)

    def renew(self) -> None:
        """Forget the parent's connection, and replace the lock that another thread may have held."""
        if self._connection is not None:
            _inherited.append(self._connection)
        self._connection = self._state = None
        self._lock = Lock()

    def hold(self) -> bool:
        """Keep other threads out of SQLite, whose own locks a forked process would inherit."""
        return self._lock.acquire(timeout=1.0)

    def release(self) -> None:
        """Let other threads in again."""
        self._lock.release()

    def __del__(self) -> None:
        with suppress(Exception):  # at the interpreter's exit, what it needs may be gone already
            self.close()

    def get(self, key: bytes) -> StoredAnswer | None:
        """Return the entry of a key, or `None`."""
        with self._opened() as connection:
            row = connection.execute("SELECT data FROM answers WHERE key = ?", (key,)).fetchone()
            entry = entry_from_bytes(row[0]) if row is not None and isinstance(row[0], bytes) else None
            if entry is None or entry.is_expired(time(), self._max_age):
                return None
            self._used[key] = time()
            if len(self._used) > _MAX_UNWRITTEN:
                with self._transaction(connection):
                    pass
            return entry

    def set(self, key: bytes, entry: StoredAnswer) -> None:
        """Store an entry, and evict those that were not used for the longest time."""
        data = entry_to_bytes(entry)
        with self._opened() as connection, self._transaction(connection):
            row = (key, entry.stored_at, time(), data)
            if len(data) <= self._max_bytes // 2:
                connection.execute("REPLACE INTO answers VALUES (?, ?, ?, ?)", row)
            else:
                connection.execute("DELETE FROM answers WHERE key = ?", (key,))
            self._sweep(connection)
            while _bytes_used(connection) > self._max_bytes:
                oldest = "SELECT key FROM answers ORDER BY used LIMIT 4"  # few at a time: event loops wait
                if not connection.execute(f"DELETE FROM answers WHERE key IN ({oldest})").rowcount:
                    break

    def remove(self, key: bytes) -> None:
        """Remove the entry of a key, if there is one."""
        with self._opened() as connection:
            connection.execute("DELETE FROM answers WHERE key = ?", (key,))

    def info(self) -> CacheInfo:
        """Return the number of entries and the part of the file that is in use."""
        with self._opened() as connection:
            now = time()
            count = "SELECT count(*) FROM answers WHERE stored >= ?"
            return CacheInfo(connection.execute(count, (now - self._max_age,)).fetchone()[0], _bytes_used(connection))

    def clear(self) -> None:
        """Remove all entries, and give the space back to the system."""
        with self._opened() as connection:
            connection.execute("DELETE FROM answers")
            self._used.clear()
            with suppress(sqlite3.OperationalError):  # not while another process reads
                connection.execute("VACUUM")

    def close(self) -> None:
        """Close the connection. The next access opens another."""
        with self._lock:
            self._disconnect()

    @contextmanager
    def _opened(self) -> Generator[sqlite3.Connection]:
        with self._lock:
            try:
                if self._state is not None and not is_file_at(self._path, self._state):
                    self._disconnect()
                if self._connection is None:
                    self._connection = self._open()
                yield self._connection
            except (sqlite3.Error, OSError) as error:
                with suppress(sqlite3.Error):
                    self._disconnect()
                raise OSError(str(error)) from error

    def _open(self) -> sqlite3.Connection:
        with suppress(FileExistsError):
            # Created here, for its owner only: SQLite gives its other files the same mode. An existing file is not
            # opened, as closing it again would release the locks that this process has on it.
            os.close(os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
            self._remove_rest()
        # Looked up before the file is opened: if it is replaced in between, the next access opens it again.
        self._state = os.stat(self._path)
        connection = sqlite3.connect(
            self._path, timeout=LOCK_TIMEOUT, isolation_level=None, check_same_thread=False, cached_statements=16
        )
        try:
            connection.execute("BEGIN")  # another process may create the tables at this moment
            [application] = connection.execute("PRAGMA application_id").fetchone()
            names = {name for (name,) in connection.execute("SELECT name FROM sqlite_schema")}
            connection.execute("COMMIT")
            if application != APPLICATION_ID and (application != 0 or names):
                raise OSError("it is the database of another program")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = OFF")
            if "answers" not in names:
                connection.executescript(_SCHEMA)
        except BaseException:
            connection.close()
            raise
        return connection

    def _remove_rest(self) -> None:
        """Remove the other files of a deleted one: SQLite would use them with the new one."""
        for suffix in ("-wal", "-shm"):
            with suppress(FileNotFoundError):
                os.unlink(f"{self._path}{suffix}")

    def _disconnect(self) -> None:
        self._state = None
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()

    @contextmanager
    def _transaction(self, connection: sqlite3.Connection) -> Generator[None]:
        """Begin a transaction that also writes when entries were used, and commit it."""
        with connection:
            connection.execute("BEGIN IMMEDIATE")
            used, self._used = self._used, {}
            connection.executemany("UPDATE answers SET used = ? WHERE key = ?", [(at, key) for key, at in used.items()])
            yield

    def _sweep(self, connection: sqlite3.Connection) -> None:
        now = time()
        if abs(now - self._swept) > _SWEEP_INTERVAL:
            self._swept = now
            connection.execute("DELETE FROM answers WHERE stored < ?", (now - self._max_age,))


def _bytes_used(connection: sqlite3.Connection) -> int:
    page_count, free, size = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "freelist_count", "page_size")
    )
    return (page_count - free) * size
