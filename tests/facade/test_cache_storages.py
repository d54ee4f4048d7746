"""Caches in memory and in SQLite files: limits, damage, processes, and what the files contain."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from tests.facade.support import TOKEN, Fake, json_response
from tests.facade.test_forks import in_child
from tmdb_facade import TMDB, Cache, CacheInfo, InvalidArgumentError
from tmdb_facade._core.cache.entry import StoredAnswer
from tmdb_facade._runtime import caches, sqlite_storage
from tmdb_facade._runtime.memory_storage import MemoryStorage
from tmdb_facade._runtime.sqlite_storage import APPLICATION_ID, SqliteStorage

MOVIE = {"id": 550, "title": "Fight Club"}
LIMIT = 65_536
Storage = MemoryStorage | SqliteStorage


@pytest.fixture(params=["memory", "file"])
def make_storage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[..., Storage]]:
    """Yield a function that makes a storage of each kind."""
    made: list[Storage] = []

    def make(max_bytes: int = LIMIT, max_age: float = 1000) -> Storage:
        in_memory = request.param == "memory"
        path = str(tmp_path / "cache")
        made.append(MemoryStorage(max_bytes, max_age) if in_memory else SqliteStorage(path, max_bytes, max_age))
        return made[-1]

    yield make
    for storage in made:
        storage.close()


def entry(size: int = 10, age: float = 0) -> StoredAnswer:
    """Return an entry whose body has a size in bytes."""
    return StoredAnswer({"etag": '"a"'}, b"x" * size, time.time() - age, 5.0)


def key(number: int) -> bytes:
    return number.to_bytes(32, "big")


def test_storage_returns_what_was_stored_last(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage()
    assert storage.get(key(1)) is None
    storage.set(key(1), entry(5))
    newest = entry(6)
    storage.set(key(1), newest)
    assert storage.get(key(1)) == newest
    assert storage.info().entries == 1
    storage.remove(key(1))
    storage.remove(key(1))
    assert storage.get(key(1)) is None
    assert storage.info().entries == 0


def test_storage_evicts_what_was_not_used_for_the_longest_time(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage(LIMIT * 4)
    for number in range(200):
        storage.set(key(number), entry(4000))
        assert storage.get(key(0)) is not None
        assert storage.info().bytes <= LIMIT * 4
    kept = [number for number in range(1, 200) if storage.get(key(number))]
    assert kept == list(range(200 - len(kept), 200))
    assert len(kept) > 30


def test_storage_does_not_store_what_is_larger_than_its_limit(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage()
    storage.set(key(1), entry(5))
    storage.set(key(2), entry(5))
    storage.set(key(1), entry(LIMIT + 1))
    assert storage.get(key(1)) is None
    assert storage.get(key(2)) is not None


def test_storage_forgets_entries_beyond_their_age(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage(max_age=100)
    storage.set(key(1), entry(age=90))
    storage.set(key(2), entry(age=110))
    assert storage.get(key(1)) is not None
    assert storage.get(key(2)) is None
    assert storage.info().entries == 1


def test_clear_removes_everything(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage()
    for number in range(5):
        storage.set(key(number), entry(5000))
    size = storage.info().bytes
    storage.clear()
    assert [storage.get(key(number)) for number in range(5)] == [None] * 5
    assert storage.info().entries == 0
    assert storage.info().bytes < size
    storage.set(key(1), entry())
    assert storage.get(key(1)) is not None


def test_threads_share_a_storage(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage(LIMIT * 16)

    def work(start: int) -> None:
        for number in range(start, start + 50):
            storage.set(key(number % 70), entry(100))
            storage.get(key(number % 70))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(8)))
    assert storage.info().entries == 57


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_forked_child_does_not_wait_for_a_lock_of_its_parent(make_storage: Callable[..., Storage]) -> None:
    storage = make_storage()
    storage.set(key(1), entry())
    with storage._lock:  # pyright: ignore[reportPrivateUsage]
        assert in_child(lambda: storage.get(key(1)) is not None)
    assert storage.get(key(1)) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_forked_child_opens_its_own_file(tmp_path: Path) -> None:
    storage = SqliteStorage(str(tmp_path / "cache"), LIMIT, 1000)
    storage.set(key(1), entry())
    before = len(sqlite_storage._inherited)  # pyright: ignore[reportPrivateUsage]

    def use() -> bool:
        assert storage._connection is None  # pyright: ignore[reportPrivateUsage]
        assert len(sqlite_storage._inherited) > before  # pyright: ignore[reportPrivateUsage]
        storage.set(key(2), entry())
        storage.close()
        return storage.get(key(1)) is not None

    assert in_child(use)
    assert storage.get(key(2)) is not None
    storage.set(key(3), entry())
    storage.close()
    assert SqliteStorage(str(tmp_path / "cache"), LIMIT, 1000).info().entries == 3


def test_file_survives_its_process_and_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    umask = os.umask(0)
    try:
        storage = SqliteStorage(str(path), LIMIT, 1000)
        storage.set(key(1), entry())
        modes = {file.name: stat.S_IMODE(file.stat().st_mode) for file in tmp_path.iterdir()}
    finally:
        os.umask(umask)
    assert modes == dict.fromkeys(("cache", "cache-wal", "cache-shm"), 0o600)
    storage.close()
    other = SqliteStorage(str(path), LIMIT, 1000)
    assert other.get(key(1)) is not None
    other.close()


def get_movie(location: Path, calls: int = 3) -> tuple[Fake, list[str]]:
    """Call details several times through a new client; return the fake TMDB and the texts of the warnings."""
    fake = Fake(json_response(MOVIE, headers={"cache-control": "max-age=100"}))
    with pytest.warns(RuntimeWarning) as caught, TMDB(TOKEN, transport=fake.transport, cache=location, on_drift="ignore") as tmdb:  # fmt: skip
        assert [tmdb.movies.details(550).id for _ in range(calls)] == [550] * calls
    assert {warning.filename for warning in caught} == {__file__}  # the user's call, not our modules
    return fake, [str(warning.message) for warning in caught]


def test_corrupt_file_costs_a_warning_and_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    path.write_bytes(b"not a database" * 1000)
    fake, texts = get_movie(path)
    assert len(fake.requests) == 3
    assert texts == [f"the cache {path} cannot be used, and calls continue without it: file is not a database"]
    assert path.read_bytes() == b"not a database" * 1000


def test_damaged_pages_cost_a_warning_and_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    storage = SqliteStorage(str(path), LIMIT * 16, 1000)
    for number in range(50):
        storage.set(key(number), entry(2000))
    storage.close()
    data = path.read_bytes()
    path.write_bytes(data[:4096] + b"\xff" * (len(data) - 4096))
    fake, texts = get_movie(path)
    assert len(fake.requests) == 3
    assert len(texts) == 1


def test_database_of_another_program_is_not_changed(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE answers (key, data)")
        connection.commit()
    before = path.read_bytes()
    fake, texts = get_movie(path)
    assert len(fake.requests) == 3
    assert texts == [
        f"the cache {path} cannot be used, and calls continue without it: it is the database of another program"
    ]
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["cache"]


def test_file_whose_creation_was_interrupted_is_completed(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    with closing(SqliteStorage(str(path), LIMIT, 1000)) as storage:
        storage.set(key(1), entry())
        assert storage.get(key(1)) is not None


def connect_with(monkeypatch: pytest.MonkeyPatch, factory: type[sqlite3.Connection]) -> None:
    connect = sqlite3.connect

    def with_factory(path: str, **options: Any) -> sqlite3.Connection:
        return connect(path, factory=factory, **options)

    monkeypatch.setattr("sqlite3.connect", with_factory)


def test_file_is_created_in_one_transaction(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing(sqlite3.Connection):
        def executescript(self, script: str, /) -> sqlite3.Cursor:
            return super().executescript(script.replace("answers (stored)", "answers (missing)"))

    path = tmp_path / "cache"
    with monkeypatch.context() as patch, closing(SqliteStorage(str(path), LIMIT, 1000)) as storage:
        connect_with(patch, Failing)
        with pytest.raises(OSError, match="missing"):
            storage.info()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0,)
        assert connection.execute("SELECT name FROM sqlite_schema").fetchall() == []


def test_file_that_another_process_creates_at_this_moment_is_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "cache"

    class Interrupted(sqlite3.Connection):
        def execute(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
            if "sqlite_schema" in sql:
                monkeypatch.undo()
                with suppress(OSError), closing(SqliteStorage(str(path), LIMIT, 1000)) as other:
                    other.info()
            return super().execute(sql, *parameters)

    with closing(SqliteStorage(str(path), LIMIT, 1000)) as storage:
        connect_with(monkeypatch, Interrupted)
        assert storage.info().entries == 0


@pytest.mark.parametrize("times", [1, 100])
def test_file_that_is_deleted_while_it_is_opened_is_opened_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    path = tmp_path / "cache"
    deletions = iter(range(times))

    class Deleting(sqlite3.Connection):
        def executescript(self, script: str, /) -> sqlite3.Cursor:
            if next(deletions, None) is not None:
                path.unlink()
            return super().executescript(script)

    connect_with(monkeypatch, Deleting)
    with closing(SqliteStorage(str(path), LIMIT, 1000)) as storage:
        if times == 1:
            storage.set(key(1), entry())
            assert storage.get(key(1)) is not None
        else:
            with pytest.raises(OSError, match="disk I/O error"):
                storage.info()


def test_folder_and_missing_folder_cost_a_warning_and_the_cache(tmp_path: Path) -> None:
    for location in (tmp_path, tmp_path / "missing" / "cache"):
        fake, texts = get_movie(location)
        assert (len(fake.requests), len(texts)) == (3, 1)
    assert list(tmp_path.iterdir()) == []


def test_read_only_file_costs_a_warning_and_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "cache"
    SqliteStorage(str(path), LIMIT, 1000).set(key(1), entry())
    connect = sqlite3.connect

    def read_only(database: str, **options: object) -> sqlite3.Connection:
        return connect(f"file:{database}?mode=ro", uri=True, isolation_level=None, check_same_thread=False)

    monkeypatch.setattr("sqlite3.connect", read_only)  # the tests may run as root, who writes everywhere
    fake, texts = get_movie(path)
    assert len(fake.requests) == 3
    assert "readonly" in texts[0]
    assert len(texts) == 1


def test_locked_file_costs_a_moment_a_warning_and_the_cache(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    SqliteStorage(str(path), LIMIT, 1000).set(key(1), entry())
    program = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1], isolation_level=None);"
        "c.execute('PRAGMA locking_mode = EXCLUSIVE'); c.execute('BEGIN EXCLUSIVE');"
        "c.execute('DELETE FROM answers'); print(flush=True); input()"
    )
    command = [sys.executable, "-c", program, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        process.stdout.readline()
        begin = time.monotonic()
        fake, texts = get_movie(path)
        assert time.monotonic() - begin < 4  # SQLite's own timeout is 5 s
        process.kill()
    assert (len(fake.requests), len(texts)) == (3, 1)
    assert "locked" in texts[0]


_FULL = """
import resource, signal, sys, warnings
from tests.facade.support import *
from tmdb_facade import TMDB
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
fake = Fake(lambda r: json_response({"id": int(r.url.path[9:]), "overview": "x" * 3000}, headers={"cache-control": "max-age=100"}))
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    with TMDB("t", transport=fake.transport, cache=sys.argv[1], on_drift="ignore") as tmdb:
        tmdb.movies.details(1)
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        for number in range(1, 60):
            assert tmdb.movies.details(number).id == number
print([str(w.message).rpartition(": ")[2] for w in caught])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of files")
def test_full_disk_costs_a_warning_and_the_cache(tmp_path: Path) -> None:
    assert resource.RLIMIT_FSIZE is not None
    command = [sys.executable, "-c", _FULL, str(tmp_path / "cache")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stdout in ("['disk I/O error']\n", "['database or disk is full']\n"), done.stderr


def test_storage_is_used_again_after_a_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "RETRY_STORAGE", 0.0)
    folder = tmp_path / "later"
    fake = Fake(json_response(MOVIE, headers={"cache-control": "max-age=100"}))
    with TMDB(TOKEN, transport=fake.transport, cache=folder / "cache", on_drift="ignore") as tmdb:
        with pytest.warns(RuntimeWarning):
            tmdb.movies.details(550)
        tmdb.movies.details(550)  # without another warning
        folder.mkdir()
        for _ in range(3):
            tmdb.movies.details(550)
    assert len(fake.requests) == 3


def delete_all(path: Path) -> None:
    for file in path.parent.glob(f"{path.name}*"):
        file.unlink()


def replace_all(path: Path) -> None:
    other = path.with_name("other")
    with closing(SqliteStorage(str(other), LIMIT, 1000)) as storage:
        storage.clear()
    other.replace(path)
    for suffix in ("-wal", "-shm"):
        path.with_name(f"{path.name}{suffix}").unlink()


CHANGES: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "all-deleted": delete_all,
    "moved": lambda path: path.rename(path.with_name("old")),
    "replaced": replace_all,
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_file_that_is_not_there_any_more_is_made_again(tmp_path: Path, change: Callable[[Path], object]) -> None:
    """All storages of a process, and other processes, use the new file."""
    path = tmp_path / "cache"
    first, second = (SqliteStorage(str(path), LIMIT * 16, 1000) for _ in range(2))
    with user_process(path) as process:
        for number in range(50):
            first.set(key(number), entry(1000))
            assert second.get(key(number)) is not None
        assert process(0) == "True"
        umask = os.umask(0)
        try:
            change(path)
            assert second.get(key(1)) is None
            second.set(key(51), entry())
            assert process(51) == "True"
            assert first.get(key(51)) is not None
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        finally:
            os.umask(umask)
        first.set(key(52), entry())
        assert process(52) == "True"
        assert (first.info().entries, second.info().entries) == (2, 2)
    first.close()
    second.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


_USER = """
import sys
from tmdb_facade._runtime.sqlite_storage import SqliteStorage
storage = SqliteStorage(sys.argv[1], 2**20, 1000)
for line in sys.stdin:
    print(storage.get(int(line).to_bytes(32, "big")) is not None, flush=True)
"""


@contextmanager
def user_process(path: Path) -> Generator[Callable[[int], str]]:
    """Run a process that uses a file; yield a function that returns whether it finds a key."""
    command = [sys.executable, "-c", _USER, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:

        def finds(number: int) -> str:
            assert process.stdin is not None
            assert process.stdout is not None
            process.stdin.write(f"{number}\n")
            process.stdin.flush()
            return process.stdout.readline().strip()

        yield finds
        process.communicate()


def test_deleted_folder_costs_a_warning_and_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(caches, "RETRY_STORAGE", 0.0)
    folder = tmp_path / "folder"
    folder.mkdir()
    fake = Fake(json_response(MOVIE, headers={"cache-control": "max-age=100"}))
    with TMDB(TOKEN, transport=fake.transport, cache=folder / "cache", on_drift="ignore") as tmdb:
        for _ in range(2):
            tmdb.movies.details(550)
        shutil.rmtree(folder)
        with pytest.warns(RuntimeWarning, match="cannot be used"):
            tmdb.movies.details(550)
        tmdb.movies.details(550)  # without another warning
        assert len(fake.requests) == 3
        folder.mkdir()
        for _ in range(2):
            tmdb.movies.details(550)
    assert len(fake.requests) == 4


def test_file_of_another_version_of_entries_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "cache"
    storage = SqliteStorage(str(path), LIMIT, 1000)
    storage.set(key(1), entry())
    storage.close()
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        connection.execute("UPDATE answers SET data = 'text'")
        connection.commit()
    assert storage.get(key(1)) is None
    storage.close()


@pytest.mark.parametrize(
    ("arguments", "parameter"),
    [
        ({"location": 5}, "location"),
        ({"location": ""}, "location"),
        ({"location": "http://127.0.0.1"}, "location"),
        ({"max_bytes": 65_535}, "max_bytes"),
        ({"max_bytes": 1e9}, "max_bytes"),
        ({"max_age": 180 * 86_400 + 1}, "max_age"),
        ({"max_age": 0}, "max_age"),
        ({"max_age": True}, "max_age"),
        ({"stale_if_error": -1}, "stale_if_error"),
        ({"location": "redis://u:pass-word@127.0.0.1/0", "max_bytes": 1_000_000}, "max_bytes"),
    ],
)
def test_cache_rejects_wrong_arguments(arguments: dict[str, object], parameter: str) -> None:
    with pytest.raises(InvalidArgumentError) as caught:
        Cache(**arguments)  # type: ignore[arg-type]
    assert caught.value.parameter == parameter
    assert "pass-word" not in str(caught.value)


@pytest.mark.parametrize(("package", "extra"), [("hishel", "cache"), ("redis", "redis")])
def test_missing_package_is_named_at_construction(monkeypatch: pytest.MonkeyPatch, package: str, extra: str) -> None:

    def find_spec(name: str) -> object:
        return None if name == package else object()

    for module in ("_core.cache.location", "_core.rate.redis_url"):
        monkeypatch.setattr(f"tmdb_facade.{module}.find_spec", find_spec)
    with pytest.raises(
        InvalidArgumentError, match=rf"cache needs the package {package}: pip install 'tmdb-facade\[{extra}\]'"
    ):
        TMDB(TOKEN, cache="redis://127.0.0.1/0")


def test_import_of_the_client_does_not_import_hishel() -> None:
    program = "import sys, tmdb_facade; tmdb_facade.TMDB('t').close(); print('hishel' in sys.modules or 'redis' in sys.modules)"
    assert subprocess.check_output([sys.executable, "-c", program], text=True) == "False\n"


def test_cache_shows_no_password(tmp_path: Path) -> None:
    assert repr(Cache("redis://u:pass-word@cache.example/0")) == "Cache('Redis on cache.example:6379')"
    assert repr(Cache(tmp_path / "a")) == f"Cache({str(tmp_path / 'a')!r})"
    assert Cache().info() == CacheInfo(0, 0)


def test_cache_of_a_path_is_absolute(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    cache = Cache("cache")
    monkeypatch.chdir("/")
    with cache:
        cache.clear()
    assert (tmp_path / "cache").is_file()
