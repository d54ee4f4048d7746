# Made from tests/facade/_async/test_limiters.py by `make sync`: edit that file, never this one.
"""Limiters: of one process, by a file and by Redis, and what happens while a shared state is away."""

from __future__ import annotations

import errno
import os
import socket
import time
import warnings
from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path

import pytest

from tests.facade.redis_server import RedisServer
from tests.facade.slow import PATIENCE
from tests.facade.support import TOKEN, Fake, json_response
from tests.facade.test_pace import after
from tmdb_facade import TMDB, APITimeoutError, RateLimit
from tmdb_facade._core.rate.pace import Pace, Slot, TooLateError
from tmdb_facade._runtime.exchange_threads import Exchanges
from tmdb_facade._runtime.many_threads import gather
from tmdb_facade._sync.rate import limiter as limiter_module
from tmdb_facade._sync.rate.limiter import Limiter, LocalLimiter, SharedLimiter, open_limiter
from tmdb_facade.errors import InvalidArgumentError

API = "https://api.themoviedb.org"


def wait_for_slot(limiter: Limiter) -> None:
    wait_for(limiter, limiter.reserve())


def wait_for(limiter: Limiter, slot: Slot) -> None:
    while slot.wait > 0:
        Exchanges().sleep(slot.wait)
        slot = limiter.left(slot)


@pytest.fixture(params=["local", "file", pytest.param("redis", marks=pytest.mark.redis)])
def make_limiter(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[int, float], Limiter]]:
    """Yield a function that makes a limiter of each kind. Each call makes another client of one state."""
    made: list[Limiter] = []
    if request.param == "redis":
        shared: str | Path | None = request.getfixturevalue("redis_server").url
    else:
        shared = tmp_path / "file" if request.param == "file" else None
    pace = Pace(40, 1.1)

    def make(requests: int, seconds: float) -> Limiter:
        nonlocal pace
        if shared is None:
            pace = pace if made else Pace(requests, seconds)
            limiter: Limiter = LocalLimiter(pace)
        else:
            limiter = open_limiter(API, RateLimit(requests, seconds, shared=shared))
        made.append(limiter)
        return limiter

    yield make
    for limiter in made:
        limiter.close()


def test_limiters_of_one_state_share_its_slots(make_limiter: Callable[[int, float], Limiter]) -> None:
    first, second = make_limiter(40, 300), make_limiter(40, 300)
    waits = [(limiter.reserve()).wait for limiter in [first, second] * 20]
    assert waits == [0] * 40
    assert (first.reserve()).wait > 30
    with pytest.raises(TooLateError) as error:
        second.reserve(100)
    assert error.value.wait == pytest.approx(303.75, abs=3)


def test_limiter_pause_holds_back_everybody(make_limiter: Callable[[int, float], Limiter]) -> None:
    limiter = make_limiter(40, 1.1)
    begin = time.monotonic()
    limiter.pause(0.3)
    slots = [limiter.reserve() for _ in range(2)]
    assert max(slot.wait for slot in slots) <= 0.3 + 1.1 / 40 + 0.01
    for slot in slots:
        wait_for(limiter, slot)
    assert time.monotonic() - begin >= 0.3 + 1.1 / 40 - 0.01


def test_limiter_pause_moves_waiting_slots(make_limiter: Callable[[int, float], Limiter]) -> None:
    limiter = make_limiter(1, 100)
    limiter.reserve()
    slot = limiter.reserve()
    limiter.pause(160)
    assert (limiter.left(slot)).wait > 1.4 * slot.wait


def test_limiter_reuses_the_slots_of_callers_that_gave_up(
    make_limiter: Callable[[int, float], Limiter],
) -> None:
    limiter = make_limiter(1, 1.0)
    slots = [limiter.reserve() for _ in range(20)]
    for slot in slots[1:]:
        limiter.give_back(slot)
    assert (limiter.reserve()).wait <= 1.0


@pytest.mark.redis
def test_redis_limiter_follows_the_rules_of_the_shared_window(redis_server: RedisServer) -> None:
    limiter = open_limiter(API, RateLimit(40, 1100, shared=redis_server.url))
    waits = [(limiter.reserve()).wait / 1000 for _ in range(100)]
    assert waits == pytest.approx([0.0] * 40 + after(1.1, 40) + after(2.2, 20), abs=0.005)
    limiter.pause(500)
    assert (limiter.reserve()).wait / 1000 == pytest.approx(2.7 + 20 * 1.1 / 80, abs=0.005)
    limiter.close()


@pytest.mark.redis
def test_redis_limiter_continues_after_a_restart(redis_server: RedisServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiter_module, "RETRY_SHARED", 0.0)
    limiter = open_limiter(API, RateLimit(1, 100, shared=redis_server.url))
    assert (limiter.reserve()).is_shared
    redis_server.stop()
    redis_server.start()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        limiter.reserve()  # finds its connection closed
        assert (limiter.reserve()).is_shared
    limiter.close()


@pytest.mark.redis
def test_redis_keys_expire(redis_server: RedisServer) -> None:
    """The state needs no care: it disappears about a minute after its last slot."""
    redis = pytest.importorskip("redis")
    limiter = open_limiter(API, RateLimit(1, 100, shared=redis_server.url))
    slots = [limiter.reserve() for _ in range(3)]
    limiter.pause(50)
    limiter.give_back(slots[1])
    limiter.close()
    with redis.Redis.from_url(redis_server.url) as client:
        lifetimes = [client.ttl(key) for key in client.scan_iter()]
        lengths = [client.llen(key) for key in client.scan_iter("*:slots")]
    assert lifetimes == pytest.approx([200 + 50 + 100 + 60] * 3, abs=10)
    assert lengths == [1]


def test_redis_away_means_the_pace_of_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tmdb_facade._runtime.paces._PACES", {})
    limit = RateLimit(2, 1000, shared="redis://:hunter2@127.0.0.1:1")
    limiter = open_limiter(API, limit)
    begin = time.monotonic()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        slots = [limiter.reserve() for _ in range(3)]
        limiter.pause(1)
        limiter.left(slots[2])
        limiter.give_back(slots[2])
    [warning] = [str(warning.message) for warning in caught]
    assert "shared by Redis on 127.0.0.1:1 cannot be used" in warning
    assert "hunter2" not in warning
    assert [slot.wait > 0 for slot in slots] == [False, False, True]
    assert time.monotonic() - begin < PATIENCE
    limiter.close()


def test_redis_that_does_not_reply_costs_a_moment() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        limiter = open_limiter(API, RateLimit(50, 1, shared=f"redis://127.0.0.1:{silent.getsockname()[1]}"))
        begin = time.monotonic()
        with pytest.warns(RuntimeWarning, match="cannot be used"):
            limiter.reserve()
        limiter.reserve()
        assert time.monotonic() - begin < 2.5
        limiter.close()


class Flaky:
    """A shared limiter that fails while it is down."""

    def __init__(self) -> None:
        self.is_down = False
        self.calls: list[str] = []

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.is_down:
            raise OSError("down")

    def reserve(self, longest: float = inf) -> Slot:
        """Return a slot."""
        self._call("reserve")
        return Slot(7.0, 5.0, is_shared=True)

    def left(self, slot: Slot) -> Slot:
        """Return the slot as reached."""
        self._call("left")
        return slot._replace(wait=0.0)

    def give_back(self, slot: Slot) -> None:
        """Record the call."""
        self._call("give_back")

    def pause(self, seconds: float) -> None:
        """Record the call."""
        self._call("pause")

    def close(self) -> None:
        """Record the call."""
        self._call("close")


@pytest.mark.filterwarnings("ignore:the rate limit shared by:RuntimeWarning")
def test_shared_state_is_used_again_after_an_outage(monkeypatch: pytest.MonkeyPatch) -> None:
    now = 100.0
    monkeypatch.setattr("tmdb_facade._runtime.health.monotonic", lambda: now)
    shared = Flaky()
    limiter = SharedLimiter(shared, LocalLimiter(Pace(2, 1.0)), "a test")
    waiting = limiter.reserve()
    shared.is_down = True
    assert not (limiter.left(waiting)).is_shared
    shared.is_down = False
    assert not (limiter.reserve()).is_shared
    limiter.pause(0.0)
    limiter.give_back(waiting)
    assert shared.calls == ["reserve", "left"]
    now += limiter_module.RETRY_SHARED
    assert (limiter.reserve()).is_shared
    limiter.pause(0.0)
    limiter.give_back(waiting)
    assert shared.calls == ["reserve", "left", "reserve", "pause", "give_back"]


def test_each_outage_warns_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limiter_module, "RETRY_SHARED", 0.0)
    shared = Flaky()
    limiter = SharedLimiter(shared, LocalLimiter(Pace(1000, 1.0)), "a test")
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for is_down in (True, True, False, True, True):
            shared.is_down = is_down
            limiter.reserve()
    assert [warning.category for warning in caught] == [RuntimeWarning, RuntimeWarning]


def test_concurrent_callers_keep_to_the_limit() -> None:
    limiter = LocalLimiter(Pace(8, 0.1))
    begin = time.monotonic()
    gather([lambda: wait_for_slot(limiter) for _ in range(40)])
    assert 0.4 <= time.monotonic() - begin < 3.5  # far less than a window for each of them


UNUSABLE: dict[str, Callable[[Path, pytest.MonkeyPatch], object]] = {
    "missing-folder": lambda path, _: path.parent.rmdir(),
    "folder": lambda path, _: path.mkdir(),
    "other-contents": lambda path, _: path.write_bytes(b"SQLite format 3"),
    # The tests may run as root, who may write everywhere.
    "no-permission": lambda _, patch: patch.setattr(os, "open", failing(errno.EACCES)),
    "read-only-file-system": lambda _, patch: patch.setattr(os, "open", failing(errno.EROFS)),
    "full-disk": lambda _, patch: patch.setattr(os, "pwrite", failing(errno.ENOSPC)),
}


def failing(code: int) -> Callable[..., int]:
    """Return a function of the system that fails."""

    def fail(*_: object) -> int:
        raise OSError(code, os.strerror(code))

    return fail


@pytest.mark.parametrize("break_file", UNUSABLE.values(), ids=UNUSABLE)
def test_file_that_cannot_be_used_means_the_pace_of_this_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, break_file: Callable[[Path, pytest.MonkeyPatch], object]
) -> None:
    path = tmp_path / "folder" / "file"
    path.parent.mkdir()
    limit = RateLimit(2, 1000, shared=path)
    with TMDB(TOKEN, transport=Fake(json_response({"id": 550})).transport, rate_limit=limit) as tmdb:
        break_file(path, monkeypatch)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            for _ in range(2):
                tmdb.with_options(on_drift="ignore").movies.details(550)
        with pytest.raises(APITimeoutError, match="rate limit"):
            tmdb.with_options(rate_timeout=1).movies.details(550)
        monkeypatch.undo()
    [warning] = [str(warning.message) for warning in caught]
    assert warning.startswith(f"the rate limit shared by {path} cannot be used; this process keeps to it by itself: ")


def test_rate_limit_with_an_impossible_path_raises_at_construction(tmp_path: Path) -> None:
    for path, problem in (
        (tmp_path / "missing" / "file", "folder does not exist"),
        (tmp_path, "is a folder"),
        (Path(os.devnull), "is a folder or a device"),
    ):
        with pytest.raises(InvalidArgumentError, match=rf"^rate_limit .*{problem}") as caught:
            TMDB(TOKEN, rate_limit=RateLimit(1, shared=path))
        assert caught.value.parameter == "rate_limit"
    assert os.listdir(tmp_path) == []
