"""Rate limits that several processes share through a file, and forks."""

from __future__ import annotations

import os
import shutil
import signal
import struct
import subprocess
import sys
import time
from collections.abc import Callable
from heapq import heappop, heappush
from math import inf, nan
from pathlib import Path

import pytest

from tests.facade.test_pace import after
from tmdb_facade import RateLimit
from tmdb_facade._core.rate.pace import TooLateError
from tmdb_facade._core.rate.shared_window import MAGIC, SharedWindow
from tmdb_facade._runtime.paces import FileWindow, file_window, local_pace
from tmdb_facade.errors import InvalidArgumentError

OFFSET = 5_000.0
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda data: b"",
    "cut": lambda data: data[:-1],
    "garbage": lambda data: MAGIC + b"\xff" * 100,
    "nan": lambda data: data[:-8] + struct.pack("<d", nan),
    "far": lambda data: data[:-8] + struct.pack("<d", 1e300),
    "other-number": lambda data: MAGIC + struct.pack("<II7d", 4, 0, OFFSET, 0, 0, 10, 10, 10, 10),
}


def reserve_all(window: SharedWindow, count: int, now: float) -> list[float]:
    return [window.reserve(inf, now).wait for _ in range(count)]


def test_shared_window_reserves_slots_ahead() -> None:
    window = SharedWindow(40, 1.1)
    assert reserve_all(window, 100, 10.0) == pytest.approx([0.0] * 40 + after(1.1, 40) + after(2.2, 20))


def test_shared_window_reuses_freed_slots() -> None:
    window = SharedWindow(40, 1.1)
    slots = [window.reserve(inf, 10.0) for _ in range(1_040)]
    for slot in slots[40:]:
        window.give_back(slot)
    assert reserve_all(window, 80, 10.5) == pytest.approx(after(0.6, 40) + after(1.7, 40))


def test_shared_window_pause_moves_slots_and_spends_the_credit() -> None:
    window = SharedWindow(40, 1.1)
    slots = [window.reserve(inf, 10.0) for _ in range(41)]
    window.pause(2.0, 10.5)
    assert window.left(slots[-1], 10.5).wait == pytest.approx(2.6)
    idle = SharedWindow(40, 1.1)
    idle.pause(2.0, 10.0)
    idle.pause(1.0, 10.0)
    assert reserve_all(idle, 40, 10.0) == pytest.approx([2.0 + 1.1 / 40 * number for number in range(40)])


def test_shared_window_too_late_spends_nothing() -> None:
    window = SharedWindow(1, 1.0)
    window.reserve(inf, 10.0)
    for _ in range(10):
        with pytest.raises(TooLateError):
            window.reserve(0.5, 10.0)
    assert window.reserve(1.0, 10.0).wait == pytest.approx(1.0)


def test_shared_window_continues_from_a_later_state_without_credit() -> None:
    known = SharedWindow(4, 1.0)
    known.reserve(inf, 10.0)
    lost = SharedWindow(4, 1.0)
    lost.continue_from(known, 10.5)
    assert reserve_all(lost, 5, 10.5) == pytest.approx([0.0, 0.25, 0.5, 0.75, 1.0])
    later = SharedWindow(4, 1.0)
    reserve_all(later, 2, 10.1)
    later.continue_from(known, 10.5)
    assert reserve_all(later, 3, 10.5) == pytest.approx([0.0, 0.0, 0.6])


def test_shared_window_survives_bytes() -> None:
    window = SharedWindow(3, 1.0)
    slots = [window.reserve(inf, 10.0) for _ in range(5)]
    window.give_back(slots[-1])
    window.pause(1.0, 10.0)
    data = window.to_bytes(OFFSET)
    copy = SharedWindow.from_bytes(data + b"rest", 3, 1.0, 10.0, OFFSET)
    assert copy.to_bytes(OFFSET) == data


@pytest.mark.parametrize("damage", DAMAGES)
def test_shared_window_starts_anew_from_corrupt_bytes(damage: str) -> None:
    window = SharedWindow(3, 1.0)
    reserve_all(window, 9, 10.0)
    copy = SharedWindow.from_bytes(DAMAGES[damage](window.to_bytes(OFFSET)), 3, 1.0, 10.0, OFFSET)
    assert copy.reserve(0.0, 10.0).wait == 0.0


def test_shared_window_starts_anew_after_a_restart_of_the_machine() -> None:
    window = SharedWindow(1, 1.0)
    reserve_all(window, 9, 50_000.0)
    copy = SharedWindow.from_bytes(window.to_bytes(OFFSET), 1, 1.0, 10.0, OFFSET + 50_000)
    assert copy.reserve(0.0, 10.0).wait == 0.0


def test_file_window_is_private_and_keeps_its_state(tmp_path: Path) -> None:
    path = tmp_path / "tmdb.rate"
    window = file_window(str(path), RateLimit(2, 100, shared=path))
    slots = [window.reserve(inf) for _ in range(3)]
    assert path.stat().st_mode & 0o777 == 0o600
    assert [slot.wait for slot in slots] == pytest.approx([0, 0, 100], abs=10)
    assert window.left(slots[2]).wait == pytest.approx(100, abs=10)
    window.give_back(slots[2])
    window.pause(50)
    assert file_window(str(path), RateLimit(2, 100)) is window
    assert window.reserve(inf).wait == pytest.approx(150, abs=10)


def test_file_is_shared_by_equal_limits_only(tmp_path: Path) -> None:
    path = str(tmp_path / "file")
    file_window(path, RateLimit(2, 100))
    with pytest.raises(InvalidArgumentError, match="with a limit of 2 requests in 100 s: the numbers must be equal"):
        file_window(path, RateLimit(3, 100))


def test_file_window_give_back_waits_for_no_lock(tmp_path: Path) -> None:
    window = file_window(str(tmp_path / "file"), RateLimit(1, 100))
    slots = [window.reserve(inf) for _ in range(3)]
    with window._lock:  # pyright: ignore[reportPrivateUsage]
        window.give_back(slots[1])
    window.give_back(slots[2])
    assert [window.reserve(inf).wait for _ in range(2)] == pytest.approx([100, 200], abs=10)


@pytest.mark.parametrize("text", [MAGIC + b"garbage", MAGIC[:5], b"", MAGIC + b"\xff" * 10_000])
def test_file_window_starts_anew_in_a_damaged_file(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(text)
    window = file_window(str(path), RateLimit(1, 100))
    assert [window.reserve(inf).wait for _ in range(2)] == pytest.approx([0, 100], abs=10)


@pytest.mark.parametrize("text", [MAGIC + b"garbage", MAGIC[:5], b"", MAGIC + b"\xff" * 10_000, "old", "new"])
def test_file_window_that_is_damaged_while_in_use_continues(tmp_path: Path, text: bytes | str) -> None:
    path = tmp_path / "file"
    window, other = FileWindow(str(path), 2, 100), FileWindow(str(path), 2, 100)
    assert window.reserve(inf).wait == 0
    old = path.read_bytes()
    assert other.reserve(inf).wait == 0
    window.pause(50)
    waiting = window.reserve(inf)
    assert waiting.wait == pytest.approx(150, abs=10)
    path.write_bytes(text if isinstance(text, bytes) else old if text == "old" else b"")
    if text == "new":  # another process uses the file first
        assert FileWindow(str(path), 2, 100).reserve(inf).wait == 0
    assert window.left(waiting).wait == pytest.approx(150, abs=10)
    assert [user.reserve(inf).wait for user in (window, other)] == pytest.approx([175, 250], abs=10)


def test_file_window_never_overwrites_another_file(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(b"SQLite format 3")
    for _ in range(2):
        with pytest.raises(OSError, match="it is not a file with a rate limit"):
            file_window(str(path), RateLimit(1)).reserve(inf)
    assert path.read_bytes() == b"SQLite format 3"


def test_file_window_is_opened_when_that_is_possible(tmp_path: Path) -> None:
    window = file_window(str(tmp_path / "later" / "file"), RateLimit(1))
    with pytest.raises(FileNotFoundError):
        window.reserve(inf)
    (tmp_path / "later").mkdir()
    assert window.reserve(0.0).wait == 0.0


REPLACEMENTS: dict[str, Callable[[Path], object]] = {
    "deleted": Path.unlink,
    "moved": lambda path: path.rename(path.with_name("old")),
    "replaced": lambda path: (path.with_name("new").write_bytes(b""), path.with_name("new").replace(path)),
}


@pytest.mark.parametrize("replace", REPLACEMENTS.values(), ids=REPLACEMENTS)
def test_file_that_is_not_there_any_more_is_opened_again(tmp_path: Path, replace: Callable[[Path], object]) -> None:
    """The new file continues with the state, for all processes and for those that wait."""
    path = tmp_path / "file"
    limit = RateLimit(2, 100)
    first, second = FileWindow(str(path), 2, 100), file_window(str(path), limit)
    assert [window.reserve(inf).wait for window in (first, second)] == [0, 0]
    waiting = first.reserve(inf)
    replace(path)
    assert first.left(waiting).wait == pytest.approx(100, abs=10)
    waits = [window.reserve(inf).wait for window in (second, first, second)]
    assert waits == pytest.approx([125, 200, 225], abs=10)
    assert path.stat().st_size > len(MAGIC)


def test_new_file_is_for_its_owner_only(tmp_path: Path) -> None:
    path = tmp_path / "file"
    window = file_window(str(path), RateLimit(1))
    umask = os.umask(0)
    try:
        for _ in range(2):
            window.reserve(inf)
            assert path.stat().st_mode & 0o777 == 0o600
            path.unlink()
    finally:
        os.umask(umask)


def test_file_in_a_deleted_folder_is_an_error_until_the_folder_is_back(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    window = file_window(str(folder / "file"), RateLimit(1, 100))
    window.reserve(inf)
    shutil.rmtree(folder)
    with pytest.raises(FileNotFoundError):
        window.reserve(inf)
    folder.mkdir()
    assert window.reserve(inf).wait == pytest.approx(100, abs=10)


WORKER = """
import sys, time
from math import inf
from tmdb_facade import RateLimit
from tmdb_facade._runtime.paces import file_window

path, count = sys.argv[1], int(sys.argv[2])
window = file_window(path, RateLimit(10, 0.25))
print("ready", flush=True)
sys.stdin.readline()
for _ in range(count):
    slot = window.reserve(inf)
    while slot.wait > 0:
        time.sleep(slot.wait)
        slot = window.left(slot)
    print(time.monotonic(), flush=True)
"""


def start_workers(path: Path, number: int, count: int) -> list[subprocess.Popen[str]]:
    """Start processes that wait for a line and then send some requests each."""
    command = [sys.executable, "-c", WORKER, str(path), str(count)]
    workers = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) for _ in range(number)
    ]
    for worker in workers:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "ready\n"
    return workers


def test_processes_keep_to_one_pace_when_their_file_is_deleted(tmp_path: Path) -> None:
    path = tmp_path / "file"
    workers = start_workers(path, 3, 40)
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
    for _ in range(8):
        time.sleep(0.2)
        path.unlink(missing_ok=True)
    sent = sorted(float(line) for worker in workers for line in worker.communicate(timeout=30)[0].split())
    assert len(sent) == 120
    # A slot may be reached late, but the pace stays one.
    assert sent[-1] - sent[0] >= 10 * 0.25  # of eleven windows after the first: it may be used late, too
    assert min(later - earlier for earlier, later in zip(sent, sent[14:], strict=False)) > 0.2


def test_shared_window_serves_its_callers_in_turn() -> None:
    window = SharedWindow(10, 0.25)
    reserve_all(window, 10, 10.0)
    waiting = [(10.0 + window.reserve(inf, 10.0).wait, caller) for caller in range(4)]
    sent: list[int] = []
    for _ in range(60):
        now, caller = heappop(waiting)
        sent.append(caller)
        heappush(waiting, (now + window.reserve(inf, now).wait, caller))
    assert sent == [0, 1, 2, 3] * 15


def test_processes_share_a_file(tmp_path: Path) -> None:
    workers = start_workers(tmp_path / "file", 4, 30)
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
    sent = [[float(line) for line in worker.communicate(timeout=30)[0].split()] for worker in workers]
    assert [len(times) for times in sent] == [30] * 4
    begin = min(times[0] for times in sent)
    assert max(times[-1] for times in sent) - begin >= 10 * 0.25
    # The first ten requests wait for nothing, and one process may send all of them. A process that the system does not
    # run for a second sends less than its share.
    shared = [sum(begin + 0.2 < when < begin + 1.9 for when in times) for times in sent]
    assert min(shared) >= max(shared) / 4


def test_file_window_outlives_a_killed_process(tmp_path: Path) -> None:
    path = tmp_path / "file"
    [worker] = start_workers(path, 1, 1_000)
    assert worker.stdin is not None
    assert worker.stdout is not None
    worker.stdin.write("\n")
    worker.stdin.flush()
    worker.stdout.readline()
    worker.send_signal(signal.SIGKILL)
    worker.communicate()
    assert file_window(str(path), RateLimit(10, 0.25)).reserve(1.0).wait <= 0.5


def test_file_window_waits_a_moment_for_a_stopped_process(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    window = file_window(str(tmp_path / "file"), RateLimit(1, 100))
    script = (
        "import fcntl, sys; f = open(sys.argv[1], 'r+b'); fcntl.lockf(f, fcntl.LOCK_EX); print(flush=True); input()"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "file")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        process.stdout.readline()
        with pytest.raises(OSError, match="another process has locked it"):
            window.reserve(inf)
        process.communicate("\n")
    assert window.reserve(inf).wait == 0.0


def run_in_fork(call: Callable[[], bool]) -> bool:
    """Run a function in a forked child that is killed after 5 s; return its result."""
    child = os.fork()
    if not child:
        signal.alarm(5)
        os._exit(0 if call() else 1)
    return os.waitpid(child, 0)[1] == 0


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_forked_child_waits_for_no_lock_of_another_thread(tmp_path: Path) -> None:
    limit = RateLimit(2, 600)
    pace = local_pace("http://fork.example", limit)
    window = file_window(str(tmp_path / "file"), limit)
    pace.reserve()
    # As another thread does at the time of the fork.
    with pace._lock, window._lock:  # pyright: ignore[reportPrivateUsage]
        assert run_in_fork(lambda: pace.reserve().wait == 0.0 and window.reserve(inf).wait == 0.0)
    # The file is one for both processes; what the child sent by itself does not count here.
    assert window.reserve(inf).wait == 0.0
    assert window.reserve(inf).wait > 0
    assert pace.reserve().wait == 0.0
    assert pace.reserve().wait > 0


@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
def test_forked_child_does_not_queue_behind_the_parents_threads() -> None:
    pace = local_pace("http://fork.example", RateLimit(1, 0.2))
    pace.reserve()
    for _ in range(100):
        pace.reserve()
    assert run_in_fork(lambda: pace.reserve().wait <= 0.2)
