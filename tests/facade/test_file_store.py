"""Credentials in a file, shared by threads and processes, with permissions, damage and a full disk."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from tests.facade.keyrings import use_configuration_in
from tmdb_facade import InvalidArgumentError, StoreError, UserCredentials
from tmdb_facade._runtime.file_lock import locked
from tmdb_facade._runtime.stores import file_store
from tmdb_facade.stores import FileStore

ANNA = UserCredentials(session_id="session-of-anna", account_id=7)
BERT = UserCredentials(access_token="eyJ.token.of-bert")

CALLS: dict[str, Callable[[FileStore], object]] = {
    "load": lambda store: store.load("anna"),
    "list": lambda store: store.list(),
    "save": lambda store: store.save("bert", BERT),
    "rotate": lambda store: store.rotate("anna", BERT),
    "delete": lambda store: store.delete("anna"),
}
each_call = pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)


@pytest.fixture
def store(tmp_path: Path) -> FileStore:
    """Return a store with a user."""
    store = FileStore(tmp_path / "folder" / "users.json")
    store.save("anna", ANNA)
    return store


def mode(path: Path) -> int:
    """Return the permissions of a file."""
    return path.stat().st_mode & 0o777


def test_file_and_its_folder_are_for_their_owner_only(store: FileStore) -> None:
    old = os.umask(0)
    try:
        store.save("bert", BERT)
    finally:
        os.umask(old)
    assert mode(store.path.parent) == 0o700
    assert {path.name: mode(path) for path in store.path.parent.iterdir()} == {
        "users.json": 0o600,
        "users.json.lock": 0o600,
    }


def test_default_path_is_in_the_configuration_of_the_user(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    use_configuration_in(tmp_path, monkeypatch)
    assert FileStore().path == tmp_path / "tmdb-facade" / "credentials.json"


def test_store_without_a_file_is_empty_and_creates_nothing(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "folder" / "users.json")
    assert (store.load("anna"), store.list(), store.delete("anna")) == (None, (), False)
    assert list(tmp_path.iterdir()) == []


def test_path_must_be_a_path(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert FileStore("~/users.json").path == tmp_path / "users.json"
    wrong: Any
    for wrong in ("", "a\0b", 5):
        with pytest.raises(InvalidArgumentError):
            FileStore(wrong)


@each_call
@pytest.mark.parametrize("permissions", [0o640, 0o604, 0o602, 0o610])
def test_file_that_others_can_use_is_not_read(
    store: FileStore, call: Callable[[FileStore], object], permissions: int
) -> None:
    """The error tells how to change that."""
    store.path.chmod(permissions)
    before = store.path.read_bytes()
    with pytest.raises(StoreError, match=f"chmod 600 {store.path}"):
        call(store)
    assert store.path.read_bytes() == before


@each_call
def test_file_of_another_user_is_not_read(
    store: FileStore, monkeypatch: pytest.MonkeyPatch, call: Callable[[FileStore], object]
) -> None:
    other = os.geteuid() + 1
    monkeypatch.setattr("os.geteuid", lambda: other)
    with pytest.raises(StoreError, match="belongs to another user"):
        call(store)


@each_call
def test_symbolic_link_is_not_followed(store: FileStore, call: Callable[[FileStore], object]) -> None:
    """Writing would replace the link by a file."""
    target = store.path.rename(store.path.with_name("target.json"))
    store.path.symlink_to(target)
    with pytest.raises(StoreError, match="symbolic link: pass the path of the file"):
        call(store)
    assert store.path.is_symlink()


def test_link_made_after_the_check_is_not_followed(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    store.path.symlink_to(store.path.rename(store.path.with_name("target.json")))
    monkeypatch.setattr(Path, "is_symlink", bool)  # without an argument: false
    with pytest.raises(StoreError, match="cannot be used"):
        store.load("anna")


def test_named_pipe_is_not_waited_for(store: FileStore) -> None:
    store.path.unlink()
    os.mkfifo(store.path, 0o600)
    with pytest.raises(StoreError, match="not a file"):
        store.load("anna")


def test_folder_in_which_everyone_can_write_is_rejected(store: FileStore) -> None:
    """In one with the sticky bit, such as /tmp, others cannot replace the file."""
    store.path.parent.chmod(0o777)
    with pytest.raises(StoreError, match=f"chmod o-w {store.path.parent}"):
        store.load("anna")
    store.path.parent.chmod(0o1777)
    assert store.load("anna") == ANNA


def test_file_system_without_permissions_is_rejected(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._core.files.can_be_read_by_others", bool)  # of the state: true
    with pytest.raises(StoreError, match="keeps no permissions"):
        store.save("bert", BERT)
    assert [profile.profile for profile in store.list()] == ["anna"]


@each_call
def test_damaged_file_is_reported_and_renamed(store: FileStore, call: Callable[[FileStore], object]) -> None:
    """The store is empty then."""
    damaged = store.path.read_bytes()[:-20]
    store.path.write_bytes(damaged)
    with pytest.raises(StoreError, match="is damaged: it is not a JSON object") as caught:
        call(store)
    [aside] = store.path.parent.glob("users.json.damaged-*Z")
    assert (aside.read_bytes(), mode(aside)) == (damaged, 0o600)
    assert aside.name in str(caught.value)
    assert store.list() == ()
    store.save("bert", BERT)
    assert store.load("bert") == BERT


def test_second_damaged_file_has_a_name_of_its_own(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also within the same second."""

    class Clock(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> Any:
            return cls(2026, 11, 28, tzinfo=tz)

    monkeypatch.setattr(file_store, "datetime", Clock)
    for text in ("first", "second"):
        store.save("anna", ANNA)
        store.path.write_text(text, "utf-8")
        with pytest.raises(StoreError, match="damaged"):
            store.load("anna")
    kept = sorted(path for path in store.path.parent.iterdir() if "damaged" in path.name)
    assert [path.read_text("utf-8") for path in kept] == ["first", "second"]


def test_damaged_file_that_cannot_be_renamed_stays(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise PermissionError(errno.EACCES, "no")

    store.path.write_text("damaged", "utf-8")
    monkeypatch.setattr("os.rename", fail)
    for call in (CALLS["load"], CALLS["save"]):
        with pytest.raises(StoreError, match="could not be renamed"):
            call(store)
    assert store.path.read_text("utf-8") == "damaged"


def test_file_that_another_process_has_mended_is_not_renamed(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    good = store.path.read_bytes()
    store.path.write_text("damaged", "utf-8")

    def mend_and_lock(path: str, timeout: float) -> Any:
        store.path.write_bytes(good)
        return locked(path, timeout)

    monkeypatch.setattr(file_store, "locked", mend_and_lock)
    with pytest.raises(StoreError, match="try again"):
        store.load("anna")
    assert store.load("anna") == ANNA


@each_call
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ('{"name": "a file of another program"}', "another program's file"),
        ('{"format": "tmdb-facade credentials", "version": 2}', "update tmdb-facade"),
        (" " * (4 * 1024**2 + 1), "larger than 4 MiB"),
    ],
    ids=["foreign", "newer", "large"],
)
def test_file_of_another_program_or_version_is_left_as_it_is(
    store: FileStore, call: Callable[[FileStore], object], content: str, message: str
) -> None:
    store.path.write_text(content, "utf-8")
    with pytest.raises(StoreError, match=message):
        call(store)
    assert store.path.read_text("utf-8") == content
    assert len(list(store.path.parent.iterdir())) == 2  # the lock is the other


@pytest.mark.parametrize("function", ["os.fsync", "os.replace"])
def test_full_disk_leaves_the_old_file(store: FileStore, monkeypatch: pytest.MonkeyPatch, function: str) -> None:
    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(function, fail)
    with pytest.raises(StoreError, match="No space left on device"):
        store.save("bert", BERT)
    assert [profile.profile for profile in store.list()] == ["anna"]
    assert sorted(path.name for path in store.path.parent.iterdir()) == ["users.json", "users.json.lock"]


@pytest.mark.parametrize("name", ["users.json", "a[bc]*.json", "x" * 210])
def test_partial_file_of_a_process_that_died_is_removed(tmp_path: Path, name: str) -> None:
    """It contains credentials; other files stay."""
    store = FileStore(tmp_path / name)
    store.save("anna", ANNA)
    part = tmp_path / f".{name[:200]}.0123456789abcdef.part"
    others = [tmp_path / "other.part", tmp_path / f".{name[:200]}.b.0123456789abcdef.part"]
    for path in (part, *others):
        path.write_text("partial", "utf-8")
    store.delete("anna")
    assert not part.exists()
    assert all(path.exists() for path in others)


def test_folder_that_cannot_be_synchronized_is_no_error(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(folder: Path) -> None:
        raise OSError(errno.EINVAL, f"not {folder}")

    monkeypatch.setattr("tmdb_facade._core.files._sync_folder", fail)
    store.save("bert", BERT)
    assert store.load("bert") == BERT


def test_contents_that_could_not_be_read_again_are_not_written(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(StoreError, match="larger than 4 MiB"):
        store.save("bert", UserCredentials(session_id="x" * 4 * 1024**2))
    assert store.load("anna") == ANNA


def test_contents_are_on_the_disk_before_the_file_has_its_name(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And its folder afterwards."""
    steps: list[str] = []
    fsync, replace = os.fsync, os.replace

    def record_fsync(file: int) -> None:
        steps.append(os.path.basename(os.readlink(f"/proc/self/fd/{file}")) if sys.platform == "linux" else "")
        fsync(file)

    def record_replace(source: Any, target: Any) -> None:
        steps.append("replace")
        replace(source, target)

    monkeypatch.setattr("os.fsync", record_fsync)
    monkeypatch.setattr("os.replace", record_replace)
    store.save("bert", BERT)
    assert (steps[1], len(steps)) == ("replace", 3)


def test_fields_of_later_versions_are_kept(store: FileStore) -> None:
    content = json.loads(store.path.read_text("utf-8"))
    content["colour"] = "blue"
    content["profiles"]["anna"]["nickname"] = "\ud800"
    store.path.write_text(json.dumps(content), "utf-8")
    assert store.load("anna") == ANNA
    store.save("bert", BERT)
    after = json.loads(store.path.read_text("utf-8"))
    assert after["colour"] == "blue"
    assert after["profiles"].pop("bert") == {"access_token": "eyJ.token.of-bert"}
    assert after == content


def test_threads_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    """Also through stores of their own."""

    def save(number: int) -> None:
        FileStore(tmp_path / "users.json").save(f"user-{number}", ANNA)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(save, range(24)))
    assert len(FileStore(tmp_path / "users.json").list()) == 24


SAVE_TEN = """
import sys
from tmdb_facade import UserCredentials
from tmdb_facade.stores import FileStore
store = FileStore(sys.argv[1])
sys.stdin.readline()
for number in range(10):
    store.save(f"{sys.argv[2]}-{number}", UserCredentials(session_id="secret"))
"""


def test_processes_that_write_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "users.json"
    command = [sys.executable, "-c", SAVE_TEN, str(path)]
    processes = [subprocess.Popen([*command, name], stdin=subprocess.PIPE) for name in ("a", "b", "c")]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write(b"\n")
        process.stdin.close()
    assert [process.wait() for process in processes] == [0, 0, 0]
    assert len(FileStore(path).list()) == 30


HOLD = """
import sys
from tmdb_facade._runtime.file_lock import locked
with locked(sys.argv[1], 5):
    print("locked", flush=True)
    sys.stdin.readline()
"""


def hold(store: FileStore) -> subprocess.Popen[bytes]:
    """Start a process that has the lock."""
    command = [sys.executable, "-c", HOLD, f"{store.path}.lock"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert process.stdout is not None
    assert process.stdout.readline() == b"locked\n"
    return process


def test_lock_of_another_process_is_waited_for(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not for ever, and not by readers."""
    with hold(store) as process:
        monkeypatch.setattr(file_store, "LOCK_TIMEOUT", 0.01)
        with pytest.raises(StoreError, match="another process has locked it"):
            store.save("bert", BERT)
        assert store.load("anna") == ANNA
        process.kill()


def test_process_that_died_with_the_lock_blocks_nobody(store: FileStore) -> None:
    with hold(store) as process:
        process.kill()
        process.wait()
        store.save("bert", BERT)
    assert store.load("bert") == BERT


def test_lock_of_another_thread_is_waited_for(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_store, "LOCK_TIMEOUT", 0.01)
    with (
        ThreadPoolExecutor(1) as pool,
        locked(f"{store.path}.lock", 1),
        pytest.raises(StoreError, match="another thread has locked"),
    ):
        pool.submit(store.save, "bert", BERT).result()


def test_lock_file_that_was_deleted_is_made_again(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two processes with different files of one name would both have the lock."""
    lock = f"{store.path}.lock"
    opened: list[int] = []
    real = os.open

    def open_and_delete(path: Any, *arguments: Any) -> int:
        file = real(path, *arguments)
        if path == lock:
            opened.append(file)
            if len(opened) == 1:
                os.unlink(lock)
        return file

    monkeypatch.setattr("os.open", open_and_delete)
    store.save("bert", BERT)
    assert len(opened) == 2
    assert Path(lock).exists()


class _FakeMsvcrt:
    LK_NBLCK, LK_UNLCK = 2, 0

    def __init__(self) -> None:
        self.calls: list[tuple[int, int]] = []

    def locking(self, file: int, kind: int, size: int) -> None:
        """Record the call."""
        assert file >= 0
        self.calls.append((kind, size))


def test_windows_locks_the_first_byte(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    fake = _FakeMsvcrt()
    monkeypatch.setitem(sys.modules, "msvcrt", fake)
    monkeypatch.setattr("sys.platform", "win32")
    store.save("bert", BERT)
    monkeypatch.undo()
    assert fake.calls == [(2, 1), (0, 1)]
