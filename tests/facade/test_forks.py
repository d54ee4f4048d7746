"""Forked processes: no shared connections, no locks of another process."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pytest

from tmdb_facade import TMDB, UserCredentials
from tmdb_facade._runtime import file_lock, threads
from tmdb_facade._runtime.sqlite_storage import SqliteStorage
from tmdb_facade.stores import FileStore, MemoryStore
from tmdb_facade.testing import TMDBServer

pytestmark = pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")  # of Python 3.12, for threads


def in_child(call: Callable[[], bool]) -> bool:
    """Run a function in a forked process; return its result."""
    process = os.fork()
    if process == 0:
        try:
            os._exit(0 if call() else 1)
        except BaseException:  # noqa: BLE001  (reported by the exit code)
            os._exit(2)
    _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status) == 0


def test_forked_processes_get_their_own_answers() -> None:
    """Connections that are open at the fork belong to the parent."""
    with TMDBServer() as server, TMDB(server.access_token, base_url=server.base_url) as tmdb:
        movies = [movie.id for movie in tmdb.movies.popular().limit(8)]

        def ask(number: int) -> bool:
            return all(tmdb.movies.details(number).id == number for _ in range(10))

        with ThreadPoolExecutor(8) as pool:
            assert list(pool.map(ask, movies)) == [True] * len(movies)  # opens connections
        with ThreadPoolExecutor(len(movies)) as pool:
            children = [pool.submit(in_child, partial(ask, number)) for number in movies]
            assert [child.result() for child in children] == [True] * len(movies)
        assert ask(movies[0])


def test_child_does_not_wait_for_a_lock_of_the_parent() -> None:
    per_loop = threads.PerLoop(object)
    held, released = threading.Event(), threading.Event()

    def hold() -> None:
        with per_loop._lock:  # pyright: ignore[reportPrivateUsage]
            held.set()
            released.wait()

    holding = threading.Thread(target=hold)
    holding.start()
    held.wait()
    try:
        assert in_child(lambda: per_loop.get() is not None)
    finally:
        released.set()
        holding.join()


def test_fork_waits_for_threads_that_use_sqlite(tmp_path: Path) -> None:
    """SQLite has locks of its own, which a child would inherit locked."""
    storage = SqliteStorage(str(tmp_path / "cache"), 1000, 1000.0)
    storage.clear()
    assert storage.hold()
    left = threading.Event()

    def leave() -> None:
        left.set()
        storage.release()

    timer = threading.Timer(0.05, leave)  # a fork waits for a second at most
    timer.start()
    assert in_child(lambda: left.is_set() and storage.info().entries == 0)
    timer.join()
    assert storage.info().entries == 0


def test_child_does_not_wait_for_a_thread_of_the_parent_that_uses_a_store(tmp_path: Path) -> None:
    """The locks of threads are new in the child; the lock of the file belongs to the parent only."""
    user = UserCredentials(session_id="session")
    memory, file = MemoryStore(), FileStore(tmp_path / "users.json")
    memory.save("anna", user)
    file.save("anna", user)
    locks = memory._lock.lock, file_lock._locks[f"{file.path}.lock"]  # pyright: ignore[reportPrivateUsage]

    def rotate() -> bool:
        signal.alarm(30)  # ends a child that waits for ever
        return memory.rotate("anna", user) == file.rotate("anna", user) == user

    with locks[0], locks[1]:
        assert in_child(rotate)
